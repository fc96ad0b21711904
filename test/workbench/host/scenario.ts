// One scenario for every place where the genuine client meets the embedded host, so that they can't drift apart.
import type { BootOptions, EmbeddedHost } from "../../../workbench/host/index";
import { describeStart } from "./scenario/start";
import { describeReading } from "./scenario/reading";
import { describeWriting } from "./scenario/writing";
import { describeFormulas } from "./scenario/formulas";
import { describeTables } from "./scenario/tables";
import { describeOtherPeople } from "./scenario/otherPeople";
import { describeFaults } from "./scenario/faults";
import { budget } from "./scenario/support";

export const runScenario = (boot: (options: BootOptions) => Promise<EmbeddedHost>): void => {
  let host: EmbeddedHost;
  beforeAll(async () => {
    host = await boot({ workbook: budget });
  });
  beforeEach(() => host.load(budget));
  afterAll(() => host.close());

  for (const part of [describeStart, describeReading, describeWriting, describeFormulas, describeTables, describeOtherPeople, describeFaults]) part(() => host);
};

/** Every type that the embedded host knows. A member that is not in these tables fails by its name. */
import type { Registry } from "../registry";
import { applicationTypes } from "./application";
import { chartTypes } from "./charts";
import { conditionalTypes } from "./conditional";
import { formatTypes } from "./format";
import { nameTypes } from "./names";
import { pageTypes } from "./page";
import { rangeTypes } from "./range";
import { tableTypes } from "./tables";
import { validationTypes } from "./validation";
import { worksheetTypes } from "./worksheets";

export const registry: Registry = {
  ...applicationTypes,
  ...worksheetTypes,
  ...rangeTypes,
  ...formatTypes,
  ...tableTypes,
  ...nameTypes,
  ...validationTypes,
  ...chartTypes,
  ...conditionalTypes,
  ...pageTypes,
};

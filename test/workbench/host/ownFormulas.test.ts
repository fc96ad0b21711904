// The formulas that the add-in writes give, calculated by the host, the very figures that the core computed for those cells.
import { readFileSync } from "node:fs";
import path from "node:path";

import { createSession } from "../../../src/app/session";
import { cellAddress } from "../../../src/core/budget/cells";
import type { SheetSpec } from "../../../src/core/writing/types";
import { ExcelWorkbook } from "../../../src/excel/excelWorkbook";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";
import { openXlsx } from "../../../workbench/files/openXlsx";
import type { EmbeddedHost } from "../../../workbench/host/index";
import { bootNodeHost } from "../../../workbench/host/index";

let host: EmbeddedHost;
beforeAll(async () => {
  const sample = readFileSync(path.join(__dirname, "../../../samples/brackenshire.xlsx"));
  host = await bootNodeHost({ workbook: await openXlsx(sample, "brackenshire.xlsx") });
});
afterAll(() => host.close());

/** Notes what was asked to be written, and writes it. */
class WatchedWorkbook extends ExcelWorkbook {
  readonly specs: SheetSpec[] = [];

  override writeSheets(...[specs, options]: Parameters<ExcelWorkbook["writeSheets"]>): Promise<void> {
    this.specs.push(...specs);
    return super.writeSheets(specs, options);
  }
}

test("every formula cell of our sheets holds its computed value, and stands there as a formula", async () => {
  const workbook = new WatchedWorkbook();
  const session = createSession({ workbook, solver: createHighsInProcess(), now: () => "2026-10-15T09:30:00" });
  await session.readSheets();
  await session.writeViews();
  expect(session.getState().failure).toBeNull();
  const expected: unknown[] = [];
  const seen: unknown[] = [];
  for (const spec of workbook.specs) {
    spec.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell?.formula !== undefined) {
          const address = cellAddress(r, c);
          expected.push([spec.name, address, cell.value, true]);
          const formula = host.user.formulas(spec.name, address)[0]?.[0];
          seen.push([
            spec.name,
            address,
            host.user.values(spec.name, address)[0]?.[0],
            typeof formula === "string" && formula.startsWith("="),
          ]);
        }
      }),
    );
  }
  expect(expected.length).toBeGreaterThan(50);
  expect(seen).toEqual(expected);
  expect(host.warnings).toEqual([]);
});

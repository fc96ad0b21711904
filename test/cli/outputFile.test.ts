// A result that someone wrote notes on is not replaced; read together with the sources, its notes stand on the new result.
import { refuseToLose } from "../../src/cli/outputFile";
import { readWorkbook } from "../../src/file/readWorkbook";
import { FileWorkbook } from "../../src/file/fileWorkbook";
import { writeWorkbook } from "../../src/file/writeWorkbook";
import { carriedNotes, withNotes } from "../../src/core/writing/notes";
import type { SheetSpec } from "../../src/core/writing/types";
import { brackenshireReading } from "../support/brackenshireLines";
import { writtenSheets } from "../support/writtenSheets";

const sheets = writtenSheets(brackenshireReading());
const checks = sheets.filter((sheet) => sheet.name === "Purse Checks");

/** The result as the command line writes it, and with one note beside the first check. */
async function result(note: string | null): Promise<Uint8Array> {
  return writeWorkbook(checks.map((spec): SheetSpec => {
    const notes = carriedNotes(null, spec);
    const cells = note === null ? notes.cells : [...notes.cells, { row: 4, column: notes.width + 1, cell: { value: note, format: "text" as const }, numberFormat: null }];
    return withNotes(spec, { ...notes, cells });
  }));
}

test("a result without notes may be replaced, one with a note may not", async () => {
  expect(() => refuseToLose("result.xlsx", [])).not.toThrow();
  const [plain, noted] = [readWorkbook(await result(null), "result.xlsx"), readWorkbook(await result("agreed on 3 May"), "result.xlsx")];
  expect(() => refuseToLose("result.xlsx", plain)).not.toThrow();
  expect(() => refuseToLose("result.xlsx", noted)).toThrow('holds notes beside the sheet "Purse Checks"');
});

test("an earlier result among the files that are read hands its notes on", async () => {
  const port = new FileWorkbook([{ name: "earlier.xlsx", bytes: await result("agreed on 3 May") }]);
  await port.writeSheets(sheets);
  const grid = (await port.readGrids()).find((one) => one.sheet === "Purse Checks");
  expect(grid?.values[4]?.at(-1)).toBe("agreed on 3 May");
});

// What becomes of something entered into a cell.
import { readEntry } from "../../../workbench/host/model/entry";
import { CellError } from "../../../workbench/host/model/cell";

const error = (code: string) => ({ value: new CellError(code) });

describe("in a General cell", () => {
  test.each([
    [1200, { value: 1200 }],
    [true, { value: true }],
    ["Staff", { value: "Staff" }],
    [" Staff ", { value: " Staff " }],
    ["1200", { value: 1200 }],
    ["1,200", { value: 1200, numberFormat: "#,##0" }],
    ["1,200.50", { value: 1200.5, numberFormat: "#,##0.00" }],
    ["1,20", { value: "1,20" }],
    ["(1,200)", { value: -1200, numberFormat: "#,##0" }],
    ["(1,200", { value: "(1,200" }],
    ["-£5.00", { value: -5, numberFormat: "£#,##0.00" }],
    ["12.5%", { value: 0.125, numberFormat: "0.00%" }],
    ["1e3", { value: 1000 }],
    [".5", { value: 0.5 }],
    [".", { value: "." }],
    ["", { value: "" }],
    ["-", { value: "-" }],
    ["FALSE", { value: false }],
    ["#n/a", error("#N/A")],
    ["2024-05-01", { value: 45413, numberFormat: "yyyy-mm-dd" }],
    ["2024-02-30", { value: "2024-02-30" }],
    ["5/13/2024", { value: 45425, numberFormat: "m/d/yyyy" }],
    ["13/5/2024", { value: "13/5/2024" }],
    ["=A1", { value: 0, formula: "=A1" }],
    ["=", { value: "=" }],
    ["+A1", { value: 0, formula: "=+A1" }],
    ["-A1", { value: 0, formula: "=-A1" }],
    ["'=A1", { value: "=A1" }],
    ["'007", { value: "007" }],
  ])("%p is read as %p", (input, expected) => {
    expect(readEntry(input, "General")).toEqual(expected);
  });
});

test.each(["1200", "=A1", "-A1", "2024-05-01", "TRUE"])("in a Text cell %p stays as it is", (input) => {
  expect(readEntry(input, "@")).toEqual({ value: input });
});

test("an apostrophe is dropped in a Text cell too", () => {
  expect(readEntry("'x", "@")).toEqual({ value: "x" });
});

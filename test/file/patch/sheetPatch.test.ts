// Values put into a worksheet's XML: at their place, with their style, and with every other character left as it was.
import fc from "fast-check";
import { cellAddress } from "../../../src/core/budget/cells";
import { CellRefused, patchSheet, type CellEdit } from "../../../src/file/patch/sheetPatch";

const sheet = (rows: string, before = ""): string => `<?xml version="1.0"?>\n<worksheet xmlns="urn:x">${before}<sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells></worksheet>`;

describe("one cell", () => {
  test.each<[string, string, CellEdit, string]>([
    ["a number in place of a number, style kept", '<row r="1" spans="1:2"><c r="A1" s="3"><v>5</v></c></row>', { row: 0, column: 0, value: 7.25 }, '<row r="1"><c r="A1" s="3"><v>7.25</v></c></row>'],
    ["a shared text becomes a number", '<row r="1"><c r="A1" t="s" s="3" cm="1"><v>0</v></c><c r="B1"/></row>', { row: 0, column: 0, value: 1 }, '<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1"/></row>'],
    ["an empty cell with a style", '<row r="1"><c r="A1"/><c r="B1" s="9"/></row>', { row: 0, column: 1, value: "x" }, '<row r="1"><c r="A1"/><c r="B1" s="9" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row>'],
    ["emptied", '<row r="1"><c r="A1" s="2"><v>5</v></c></row>', { row: 0, column: 0, value: null }, '<row r="1"><c r="A1" s="2"/></row>'],
    ["between two cells", '<row r="1"><c r="A1"/><c r="C1"/></row>', { row: 0, column: 1, value: 1 }, '<row r="1"><c r="A1"/><c r="B1"><v>1</v></c><c r="C1"/></row>'],
    ["behind the last cell", '<row r="1"><c r="A1"/></row>', { row: 0, column: 3, value: 1 }, '<row r="1"><c r="A1"/><c r="D1"><v>1</v></c></row>'],
    ["in a row without cells", '<row r="2" ht="20"/>', { row: 1, column: 0, value: 1 }, '<row r="2" ht="20"><c r="A2"><v>1</v></c></row>'],
    ["in a row between two", '<row r="1"/><row r="5"/>', { row: 2, column: 0, value: 1 }, '<row r="1"/><row r="3"><c r="A3"><v>1</v></c></row><row r="5"/>'],
    ["below the last row", '<row r="1"/>', { row: 9, column: 1, value: true }, '<row r="1"/><row r="10"><c r="B10" t="b"><v>1</v></c></row>'],
    ["cells and rows without an address count on", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", { row: 1, column: 0, value: 9 }, '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="A2"><v>9</v></c></row>'],
    ["comments and text that look like cells", '<row r="1"><!-- <c r="A1"> --><c r="A1"><v>1</v></c></row>', { row: 0, column: 0, value: 2 }, '<row r="1"><!-- <c r="A1"> --><c r="A1"><v>2</v></c></row>'],
    ["a bracket inside an attribute", '<row r="1" x="a>b"><c r="A1" y=\'</c>\'><v>1</v></c></row>', { row: 0, column: 0, value: 2 }, '<row r="1" x="a>b"><c r="A1"><v>2</v></c></row>'],
  ])("%s", (_name, rows, edit, expected) => {
    expect(patchSheet(sheet(rows), [edit])).toBe(sheet(expected));
  });

  test("a sheet with prefixed names, and one without rows", () => {
    expect(patchSheet('<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>', [{ row: 0, column: 1, value: "é<" }]))
      .toBe('<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">é&lt;</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>');
    expect(patchSheet("<worksheet><sheetData/></worksheet>", [{ row: 1, column: 0, value: 1 }])).toBe('<worksheet><sheetData><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>');
  });

  test("the stated area grows with the cells", () => {
    expect(patchSheet(sheet('<row r="2"><c r="B2"/></row>', '<dimension ref="B2"/>'), [{ row: 6, column: 0, value: 1 }])).toContain('<dimension ref="A2:B7"/>');
  });
});

describe("formulas are never overwritten", () => {
  test.each([
    ["an own formula", '<row r="1"><c r="A1"><f>B1+1</f><v>3</v></c></row>', 0, 0],
    ["a shared formula without text", '<row r="1"><c r="A1"><f t="shared" si="0"/><v>3</v></c></row>', 0, 0],
    ["one cell of an array", '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>', 1, 0],
    ["one cell of a data table", '<row r="1"><c r="A1"><f t="dataTable" ref="A1:B2" dt2D="1"/><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>', 1, 1],
  ])("%s", (_name, rows, row, column) => {
    expect(() => patchSheet(sheet(rows), [{ row, column, value: 1 }])).toThrow(CellRefused);
  });

  test("a formula beside the cell is left with its value", () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>';
    expect(patchSheet(sheet(rows), [{ row: 0, column: 0, value: 5 }])).toBe(sheet(rows.replace("<v>1</v>", "<v>5</v>")));
  });
});

test("broken XML is refused, never patched", () => {
  for (const xml of ["", "<worksheet/>", '<worksheet><sheetData><row r="1"><c r="A1', "<worksheet><sheetData><row r=\"1\"><!-- ", '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>']) {
    expect(() => patchSheet(xml, [{ row: 0, column: 0, value: 1 }])).toThrow(RangeError);
  }
});

test("any cells of any sheet: what was asked stands there, and nothing else moved", () => {
  const place = fc.record({ row: fc.nat(6), column: fc.nat(5) });
  const cells = fc.uniqueArray(fc.record({ row: fc.nat(6), column: fc.nat(5), value: fc.integer({ min: 0, max: 99 }) }), { selector: (c) => `${c.row},${c.column}` });
  const edits = fc.uniqueArray(fc.tuple(place, fc.oneof(fc.integer(), fc.constant(null), fc.string())).map(([at, value]) => ({ ...at, value })), { selector: (e) => `${e.row},${e.column}`, minLength: 1 });
  fc.assert(fc.property(cells, edits, fc.boolean(), (before, changes, addressed) => {
    const rows = [0, 1, 2, 3, 4, 5, 6].map((row) => {
      const here = before.filter((c) => c.row === row).sort((a, b) => a.column - b.column);
      return `<row r="${row + 1}">${here.map((c) => `<c r="${cellAddress(row, c.column)}"><v>${c.value}</v></c>`).join("")}</row>`;
    }).filter((text) => addressed || !text.endsWith("></row>") || text.includes("<c"));
    const patched = patchSheet(sheet(rows.join("")), changes);
    const found = new Map([...patched.matchAll(/<c r="([A-Z]+\d+)"(?: t="inlineStr")?(?:\/>|>(?:<v>(.*?)<\/v>|<is><t xml:space="preserve">([\s\S]*?)<\/t><\/is>)<\/c>)/g)].map((m) => [m[1], m[2] ?? m[3] ?? ""]));
    const wanted = new Map(before.map((c) => [cellAddress(c.row, c.column), String(c.value)]));
    for (const { row, column, value } of changes) wanted.set(cellAddress(row, column), value === null ? "" : String(value));
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [address, value] of wanted) if (!/[&<>\r\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(value)) expect(found.get(address)).toBe(value);
    const order = [...found.keys()].map((address) => Number(/\d+/.exec(address ?? "")?.[0]));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(patched.endsWith('<mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells></worksheet>')).toBe(true);
  }));
});

// The sample workbooks: the same bytes each time, the committed files, and every seed amount where its agency keeps it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, type WorkBook } from "@e965/xlsx";
import { AGENCIES, buildSamples, type SampleFile } from "../../samples/build";
import { extraSheets } from "../../samples/extraSheets";
import { Seed } from "../../samples/seed";

const FOLDER = join(__dirname, "../../samples");
const source = (name: string): string => readFileSync(join(FOLDER, "source", name), "utf8");
const seed = new Seed(source("brackenshire.csv"), source("coding.csv"));
let files: readonly SampleFile[] = [];
let together: WorkBook;

beforeAll(async () => {
  files = await buildSamples(seed, extraSheets);
  together = read(readFileSync(join(FOLDER, "brackenshire.xlsx")));
});

type Cell = string | number | undefined;
const cell = (book: WorkBook, tab: string, address: string): Cell => book.Sheets[tab]?.[address]?.v;

test("the source holds the partnership's 44 lines and a coding for each", () => {
  expect(seed.lines).toHaveLength(44);
  const sum = (stage: "original" | "revised" | "forecast"): number => seed.lines.reduce((total, line) => total + line[stage], 0);
  expect([sum("original"), sum("revised"), sum("forecast")]).toEqual([126_310, 126_310, 128_595]);
  for (const line of seed.lines) expect(seed.coding(line.ref)).toBeDefined();
});

test("every line stands in exactly one agency's sheet", () => {
  const drawn = AGENCIES.flatMap((agency) => agency.lines.map((line) => line.ref));
  expect([...drawn].sort()).toEqual(seed.lines.map((line) => line.ref).sort());
});

describe("made again from the source", () => {
  test("the bytes are the same twice", async () => {
    const again = await buildSamples(seed, extraSheets);
    expect(again.map((file) => file.path)).toEqual(files.map((file) => file.path));
    again.forEach((file, i) => expect(Buffer.compare(file.bytes, files[i]?.bytes ?? Buffer.alloc(0))).toBe(0));
  });

  test("they are the committed files, and no other workbook lies beside them", () => {
    for (const file of files) {
      const same = Buffer.compare(readFileSync(join(FOLDER, file.path)), file.bytes) === 0;
      expect(`${file.path}: ${same ? "as committed" : "run npm run samples"}`).toBe(`${file.path}: as committed`);
    }
    const here = [...readdirSync(FOLDER), ...readdirSync(join(FOLDER, "separate")).map((name) => `separate/${name}`)];
    expect(here.filter((name) => name.endsWith(".xlsx")).sort()).toEqual(files.map((file) => file.path).sort());
  });
});

/** Cells of single lines as they must stand, written here by hand: codes, words, original, revised, forecast; a board and a charity keep no original. */
const CELLS: readonly [tab: string, ref: string, cells: Readonly<Record<string, Cell>>][] = [
  ["Council", "C01", { A10: "AS2100", B10: "44100", E10: 42_000_000, F10: 42_000_000, H10: 43_250_000 }],
  ["Council", "C02", { E11: -9_600_000, F11: -9_600_000, H11: -9_750_000 }],
  ["Council", "C04", { A13: "AS2140", C13: "Reablement & intermediate care staff", F13: 5_200_000, H13: 4_780_000 }],
  ["Council", "C19", { E45: -1_100_000, F45: -1_100_000, H45: -1_100_000 }],
  ["ICB", "N01", { A10: "P-CHC-01", C10: 21_000, G10: 20_200 }],
  ["ICB", "N05", { A25: "A-RCA-01", C25: 2_400, G25: 2_350 }],
  ["PCC", "P01", { B8: "Neighbourhood policing: officer pay", C8: 12, D8: 12, E8: 12.15 }],
  ["PCC", "P02", { C9: "£250,000", D9: "£250,000", E9: "£250,000" }],
  ["PCC", "P04", { C14: 0.7, D14: 0.7, E14: 0.7 }],
  ["Fire", "F01", { A15: "P10", D15: 1_300, F15: 1_300, G15: 1_240 }],
  ["Probation", "B01", { A8: 20_417_300, B8: 5_111_000, E8: 4_100, F8: 4_100, I8: 4_050 }],
  ["Probation", "B02", { E12: 600, F12: 600, I12: 600 }],
  ["JCP", "J01", { B5: "DA-0114", D5: 3_800, E5: 3_800, G5: 3_800 }],
  ["JCP", "J02", { D7: 400, E7: 400, G7: 330 }],
  ["Bracken Homes", "H02", { A7: "4010", C7: "1,700,000", D7: "1,700,000", F7: "1,700,000" }],
  ["Bracken Homes", "H01", { C12: "(2,900,000)", D12: "(2,900,000)", F12: "(2,950,000)" }],
  ["Age Concern", "V03", { A8: "Council grant", B8: 240_000, D8: 240_000 }],
  ["Age Concern", "V01", { A13: "Home-from-hospital service", B13: 700_000, D13: 700_000 }],
];

test.each(CELLS)("%s keeps %s in its own way", (tab, _ref, cells) => {
  const found = Object.fromEntries(Object.keys(cells).map((address) => [address, cell(together, tab, address)]));
  expect(found).toEqual(cells);
});

/** Each sheet's printed grand total, in its own unit and sign, beside the seed's net in £000 and what turns one into the other. */
const TOTALS: readonly [tab: string, agency: string, cells: { revised: string; forecast: string }, perThousand: number][] = [
  ["Council", "COUNCIL", { revised: "F48", forecast: "H48" }, 1000],
  ["ICB", "ICB", { revised: "C27", forecast: "G27" }, 1],
  ["PCC", "PCC", { revised: "D17", forecast: "E17" }, 0.001],
  ["Fire", "FIRE", { revised: "F16", forecast: "G16" }, 1],
  ["Probation", "PROBATION", { revised: "F15", forecast: "I15" }, 1],
  ["JCP", "JCP", { revised: "E10", forecast: "G10" }, 1],
  ["Bracken Homes", "HA", { revised: "D15", forecast: "F15" }, -1000],
  ["Age Concern", "VCS", { revised: "B16", forecast: "D16" }, -1000],
];

test.each(TOTALS)("the total printed on %s is the seed's net of %s", (tab, agency, cells, perThousand) => {
  for (const stage of ["revised", "forecast"] as const) {
    const net = seed.lines.filter((line) => line.agency === agency).reduce((sum, line) => sum + line[stage], 0);
    expect(cell(together, tab, cells[stage])).toBeCloseTo(net * perThousand, 6);
  }
});

describe.each(AGENCIES.map((agency) => [agency.tab, agency] as const))("%s", (tab, agency) => {
  /** Pounds that a printed amount stands for: text with its own sign and brackets, or a number in the sheet's unit. */
  const poundsOf = (value: Cell, unit: number): number | null => {
    if (typeof value === "number") return Math.round(value * unit);
    const text = /^\(?£?([\d,]+)\)?$/.exec(value ?? "");
    return text?.[1] === undefined ? null : Number(text[1].replaceAll(",", "")) * (value?.startsWith("(") ? -1 : 1);
  };
  const unit = { Council: 1, "Bracken Homes": 1, "Age Concern": 1, PCC: 1_000_000 }[tab] ?? 1000;

  test("every amount of each of its lines stands on the line's own row", () => {
    const rows = utils.sheet_to_json<Cell[]>(together.Sheets[tab] ?? {}, { header: 1 });
    for (const line of agency.lines) {
      const row = rows.find((cells) => cells.includes(line.words));
      const amounts = (row ?? []).map((value) => Math.abs(poundsOf(value, unit) ?? NaN));
      const { revised, forecast } = seed.line(line.ref);
      expect([line.ref, amounts]).toEqual([line.ref, expect.arrayContaining([Math.abs(revised) * 1000, Math.abs(forecast) * 1000])]);
    }
  });

  test("its own workbook holds the same cells under its own tab", () => {
    const own = read(readFileSync(join(FOLDER, "separate", agency.file)));
    expect(own.SheetNames).toEqual([agency.ownTab]);
    expect(utils.sheet_to_csv(own.Sheets[agency.ownTab] ?? {})).toBe(utils.sheet_to_csv(together.Sheets[tab] ?? {}));
  });
});

test("the coding sheet gives each line its reference under the code or name that its agency uses", () => {
  const rows = utils.sheet_to_json<Cell[]>(together.Sheets["Partnership coding"] ?? {}, { header: 1 });
  for (const agency of AGENCIES) {
    for (const line of agency.lines) {
      expect(rows.filter((row) => row[0] === agency.shortName && row[1] === (line.code ?? line.words)).map((row) => row[2])).toEqual([line.ref]);
    }
  }
});

test("the coding keeps the trap that public health grant pays for more than there is of it", () => {
  const rows = utils.sheet_to_json<Cell[]>(together.Sheets["Partnership coding"] ?? {}, { header: 1 });
  const fund = (ref: string): Cell => rows.find((row) => row[2] === ref)?.[6];
  expect([fund("C08"), fund("P03")]).toEqual(["PHG 3,650", "SPEC 700; PFUND 200"]);
  expect(-seed.line("C09").revised).toBe(3_400);
});

// The sample workbooks as bytes: the partnership's one workbook and each agency's own. Same sources, same bytes.
import { unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import type { AgencySample } from "./agency";
import { charity } from "./agencies/charity";
import { council } from "./agencies/council";
import { fire } from "./agencies/fire";
import { housing } from "./agencies/housing";
import { icb } from "./agencies/icb";
import { jobcentre } from "./agencies/jobcentre";
import { pcc } from "./agencies/pcc";
import { probation } from "./agencies/probation";
import { CODING_FILE, CODING_TAB, drawCoding } from "./coding";
import type { ExtraSheet } from "./extraSheets";
import type { Seed } from "./seed";
import type { SampleSheet } from "./sheet";

export const AGENCIES: readonly AgencySample[] = [council, icb, pcc, fire, probation, jobcentre, housing, charity];

export interface SampleFile {
  /** Path under samples/. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface NamedSheet {
  readonly tab: string;
  readonly drawing: SampleSheet;
}

/** The day the samples were made, fixed so that a fresh run changes no byte. */
const MADE = new Date(Date.UTC(2026, 9, 14));

/** @param extra sheets for the end of the partnership workbook and for workbooks of their own */
export async function buildSamples(seed: Seed, extra: readonly ExtraSheet[]): Promise<readonly SampleFile[]> {
  const agencies = AGENCIES.map((agency) => ({ agency, drawing: agency.draw(seed) }));
  const coding = drawCoding(seed, AGENCIES);
  const together = [...agencies.map(({ agency, drawing }) => ({ tab: agency.tab, drawing })), { tab: CODING_TAB, drawing: coding }];
  const files: SampleFile[] = [
    await workbook("brackenshire.xlsx", "Brackenshire partnership budgets 2026/27", together, extra),
  ];
  for (const { agency, drawing } of agencies) {
    files.push(await workbook(`separate/${agency.file}`, agency.file.slice(3, -5), [{ tab: agency.ownTab, drawing }], []));
  }
  files.push(await workbook(`separate/${CODING_FILE}`, "Brackenshire partnership coding 2026/27", [{ tab: "Coding", drawing: coding }], []));
  for (const name of new Set(extra.flatMap((one) => (one.file === null ? [] : [one.file])))) {
    files.push(await workbook(`separate/${name}`, name.slice(0, -5), [], extra.filter((one) => one.file === name)));
  }
  return files;
}

async function workbook(path: string, title: string, drawn: readonly NamedSheet[], rest: readonly ExtraSheet[]): Promise<SampleFile> {
  const bytes = await writeXlsx({
    sheets: [...drawn.map(({ tab, drawing }) => drawing.toWriteSheet(tab)), ...rest.map((one) => one.sheet)],
    namedRanges: [...drawn.flatMap(printTitles), ...rest.flatMap((one) => one.names)],
    defaultFont: { name: "Calibri", size: 11 },
    properties: { title, created: MADE, modified: MADE },
  });
  return { path, bytes: repack(bytes) };
}

/** Packed again in plain JavaScript: the platform's own compression gives other bytes on other machines. */
function repack(bytes: Uint8Array): Uint8Array {
  return zipSync(unzipSync(bytes), { level: 9, mtime: new Date(1980, 0, 1) });
}

/** The writer would leave the sheet's name unquoted, which Excel refuses: so the name is given whole. */
function printTitles({ tab, drawing }: NamedSheet): { name: string; scope: string; range: string }[] {
  const rows = drawing.printTitleRows;
  return rows === null ? [] : [{ name: "_xlnm.Print_Titles", scope: tab, range: `'${tab.replaceAll("'", "''")}'!${rows}` }];
}

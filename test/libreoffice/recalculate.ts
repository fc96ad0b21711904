// Has LibreOffice open a workbook, calculate every formula anew whatever values the file holds, and save it again.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const PROGRAM = process.env.SOFFICE ?? "soffice";
const PATIENCE_MS = 120_000;

/** 0 is "always" in LibreOffice's own setting for recalculation on loading Excel 2007 and newer. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Its version line, or null when LibreOffice is not on this machine. */
export async function libreOfficeVersion(): Promise<string | null> {
  try {
    return (await run(PROGRAM, ["--version"], { timeout: PATIENCE_MS })).stdout.trim();
  } catch {
    return null;
  }
}

/** The workbook as LibreOffice saves it after a hard recalculation. Throws when it makes no file. */
export async function recalculated(workbook: Uint8Array): Promise<Uint8Array> {
  const place = await mkdtemp(join(tmpdir(), "recalculate-"));
  try {
    const profile = join(place, "profile");
    await mkdir(join(profile, "user"), { recursive: true });
    await mkdir(join(place, "out"));
    await writeFile(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const input = join(place, "workbook.xlsx");
    await writeFile(input, workbook);
    await run(
      PROGRAM,
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(place, "out"), input],
      { timeout: PATIENCE_MS },
    );
    return await readFile(join(place, "out", "workbook.xlsx"));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

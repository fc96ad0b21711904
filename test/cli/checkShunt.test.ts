// `check` tells cost that moved between partners: between the budget in other workbooks and this one, and on the figures of today.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, write } from "@e965/xlsx";
import { runCli } from "./runCli";

const SAMPLE = join(__dirname, "../../samples/brackenshire.xlsx");
const folder = mkdtempSync(join(tmpdir(), "check-shunt-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly costShunt: readonly {
    readonly before: string;
    readonly services: readonly { readonly outcome: string; readonly verdict: string; readonly shuntPence: number; readonly ratio: number; readonly transfers: unknown }[];
    readonly indicators: readonly { readonly id: string; readonly agency: string }[];
  }[];
}

test("T-7.1 from the samples: the ICB takes 600 out of its work for the council, whose budget takes it on", async () => {
  const book = read(readFileSync(SAMPLE));
  // N02 in £000 on the ICB's sheet, C01 in £ on the council's.
  const cells: readonly (readonly [string, string, number])[] = [["ICB", "N02", -600], ["Council", "C01", 600_000]];
  const { stdout } = await runCli("read", SAMPLE, "--json");
  const lines = (JSON.parse(stdout) as { lines: readonly { id: string; source: { sheet: string; address: string } }[] }).lines;
  for (const [tab, id, by] of cells) {
    const address = lines.find((line) => line.id === id)?.source.address ?? "";
    const cell = book.Sheets[tab]?.[address] as { t: string; v: number } | undefined;
    if (cell === undefined) throw new Error(`no cell ${tab} ${address}`);
    cell.v += by;
  }
  const file = join(folder, "later.xlsx");
  writeFileSync(file, write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
  const later = await runCli("check", file, "--before", SAMPLE, "--json");
  const [since] = (JSON.parse(later.stdout) as Answer).costShunt;
  expect(since?.before).toBe("budget in brackenshire.xlsx");
  expect(since?.services).toMatchObject([{ outcome: "O1", verdict: "pure-shunt", shuntPence: 60_000_000, ratio: 1, transfers: [{ from: "ICB", to: "COUNCIL", amountPence: 60_000_000 }] }]);
  expect(since?.indicators.map((sign) => `${sign.id} ${sign.agency}`)).toContain("I7 ICB");
  const text = await runCli("check", file, "--before", SAMPLE);
  expect(text.stdout).toContain("O1 OP, a shunt: cost moved, nothing saved. Relieved: ICB £600,000; takes on: COUNCIL");
  expect(text.stdout).toContain("not accusations");
});

test("the samples beside themselves show no shunt; a file that can't be read is said", async () => {
  const same = await runCli("check", SAMPLE, "--before", SAMPLE, "--json");
  expect((JSON.parse(same.stdout) as Answer).costShunt[0]?.services).toEqual([]);
  expect((await runCli("check", SAMPLE, "--before", join(folder, "none.xlsx"))).code).toBe(3);
});

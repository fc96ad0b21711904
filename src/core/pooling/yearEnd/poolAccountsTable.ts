// The year-end pack as a sheet (tblPoolAccounts): pool by pool and partner by partner, what it puts in, bears, owes, and shows in its accounts.
import { TABLE_HEADER_ROW, tableSheet, type TableColumn, type TableDef } from "../../tables/table";
import { fromPence } from "../../money/unit";
import type { Pence } from "../../money/pence";
import { poundsCell, textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";
import type { PartnerAccount } from "./accounts";
import type { PoolBalance } from "./balances";
import type { YearEndPack } from "./yearEndPack";

interface AccountRow {
  readonly pack: YearEndPack;
  readonly account: PartnerAccount;
  readonly contributionPence: Pence;
  readonly sharePence: Pence;
  readonly balance: PoolBalance | null;
}

const rowOf = (index: number): number => TABLE_HEADER_ROW + 2 + index;
const pounds = (heading: string, of: (row: AccountRow) => Pence | null): TableColumn<AccountRow> => ({ heading, width: 18, cell: (row) => poundsCell(of(row)) });
const live = (heading: string, of: (row: AccountRow) => Pence, formula: (row: number) => string): TableColumn<AccountRow> => ({
  heading, width: 18, cell: (row, i) => ({ value: fromPence(of(row), "pounds"), format: "pounds-pence", style: "body", formula: `=ROUND(${formula(rowOf(i))},2)` }),
});

const TABLE: TableDef<AccountRow> = {
  sheet: PURSE_SHEETS.poolAccounts, table: "tblPoolAccounts", tabColour: "#107C10",
  title: "Year-end pack: what each partner puts in, bears, owes and shows",
  subtitle: "£ at the forecast; expenditure +, income −; + owed by the partner, − owed to it. For partners to agree before the year is closed.",
  freezeColumns: 2,
  columns: [
    { heading: "Pool", width: 28, cell: ({ pack }) => textCell(pack.pool, "label") },
    { heading: "Partner", width: 16, cell: ({ account }) => textCell(account.agency, "label") },
    { heading: "Part", width: 10, cell: ({ pack, account }) => textCell(account.agency === pack.host ? "host" : "partner") },
    pounds("Contribution £", (row) => row.contributionPence),
    pounds("Share of over or under £", (row) => row.sharePence),
    live("Cost to the partner £", ({ account }) => account.costPence, (row) => `D${row}+E${row}`),
    pounds("Received to date £", ({ balance }) => balance?.receivedPence ?? null),
    pounds("Owed to the host £", ({ balance }) => balance?.owedPence ?? null),
    { heading: "Accounts", width: 30, cell: ({ pack }) => textCell(pack.account) },
    pounds("Shows as expenditure £", ({ account }) => account.expenditurePence),
    pounds("Shows as income £", ({ account }) => account.incomePence),
    pounds("Paid to partners £", ({ account }) => account.toPartnersPence),
    pounds("Received from partners £", ({ account }) => account.fromPartnersPence),
    live("Balance with the pool £", ({ account }) => account.balancePence, (row) => `F${row}-J${row}-K${row}-L${row}-M${row}`),
    { heading: "Underspend", width: 18, cell: ({ pack }) => textCell(pack.underspendRule) },
  ],
};

export function poolAccountsSheet(packs: readonly YearEndPack[], refreshedOn: string): SheetSpec {
  const rows = packs.flatMap((pack) => pack.accounts.map((account, i): AccountRow => ({
    pack, account, contributionPence: pack.shares[i]?.contributionPence ?? 0, sharePence: pack.shares[i]?.sharePence ?? 0,
    balance: pack.balances.find((balance) => balance.agency === account.agency) ?? null,
  })));
  return tableSheet(TABLE, rows, `Refreshed ${refreshedOn}. The note for the accounts is on ${PURSE_SHEETS.yearEnd}. Where the host's sheets show nothing received, only the share is owed.`);
}

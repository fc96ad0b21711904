// `common-purse journal`: what was applied, reversed or approved as budget entries, in CSV; nothing in the inputs is changed.
import { count } from "../../core/text";
import { journalOf } from "../../core/virement/journal";
import { journalCsv, journalSheets } from "../../core/writing/journalSheets";
import type { CommonOptions } from "../deps";
import type { CommandSteps } from "../runCommand";

export function journalSteps({ out }: CommonOptions): CommandSteps {
  return { reportsErrors: false, carryOut: (from, date) => {
    const journal = journalOf(from.records.map((record) => record.virement), from.register, from.reading.lines, date);
    const json = {
      entries: journal.lines.map(({ virement, subjectiveGroup, ...line }) => ({
        ...line, subjectiveGroup, virementId: virement.id, version: virement.version, instrument: virement.instrument,
        approvals: virement.agreements.map(({ approver, decision, by, on }) => ({ approver, decision, by, on })),
      })),
      incomplete: journal.incomplete,
    };
    // With a workbook to hold them the entries are not printed as well; without one the standard output is the CSV file.
    const text = out === undefined ? journalCsv(journal) : [`${count(journal.lines.length, "budget entry", "budget entries")}, adding to nothing for each agency and fund.`];
    return { json, text, sheets: journalSheets(journal, from.reading.lines), refused: journal.incomplete.length > 0, why: journal.incomplete };
  } };
}

// Where virements of one table go: the revised budget, a column of virements that is there, or the journal sheet alone.
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { TablePlace } from "../../app/correct";
import { columnLetters } from "../../core/budget/cells";
import type { TableMapping } from "../../core/reading/types";
import { virementColumns } from "../../core/reading/columns/virementColumns";
import { chosenKind, targetColumn, type TargetColumn } from "../../core/writing/targets";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { Hint } from "./Section";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, marginBlock: tokens.spacingVerticalS },
  // A native list is as wide as its longest choice unless told otherwise.
  list: { minWidth: 0, width: "100%" },
});

export function TargetChoice({ at, table }: { readonly at: TablePlace; readonly table: TableMapping }) {
  const styles = useStyles();
  const session = useSession();
  const { job } = useSessionState();
  const busy = job !== null;
  const kind = chosenKind(table.target);
  const chosen = kind === "column" ? targetColumn(table.target?.column ?? "", table) : null;
  const offered: TargetColumn[] = [...virementColumns(table.columns)];
  if (chosen !== null && typeof chosen !== "string" && !offered.some(({ column }) => column === chosen.column)) offered.push(chosen);
  const stray = kind === "unknown" ? words.targets.unknown(table.target?.goesTo ?? "") : typeof chosen === "string" ? chosen : null;
  const value = stray !== null ? "stray" : kind === null ? "none" : chosen === null || typeof chosen === "string" ? kind : columnLetters(chosen.column);
  const choose = (picked: string): void => {
    if (picked === "none") void session.chooseTarget(at, null);
    if (picked === "revised" || picked === "journal") void session.chooseTarget(at, { kind: picked });
    const column = offered.find((each) => columnLetters(each.column) === picked);
    if (column !== undefined) void session.chooseTarget(at, { kind: "column", column: { column: column.column, heading: column.heading } });
  };
  return (
    <div className={styles.part}>
      <Field label={words.targets.label} hint={words.targets.hint}>
        <Select className={styles.list} value={value} disabled={busy} onChange={(_, data) => choose(data.value)}>
          <option value="none">{words.targets.notChosen}</option>
          <option value="revised">{words.targets.revised}</option>
          {offered.map(({ column, heading }) => <option key={column} value={columnLetters(column)}>{words.targets.column(columnLetters(column), heading)}</option>)}
          <option value="journal">{words.targets.journal}</option>
          {stray !== null && <option value="stray" disabled>{stray}</option>}
        </Select>
      </Field>
      {kind !== null && table.target !== undefined && table.target.chosenBy !== "" && <Hint>{words.targets.chosenBy(table.target.chosenBy)}</Hint>}
      <Hint>{words.targets.selectHint(at.sheet)}</Hint>
      <div><Button size="small" disabledFocusable={busy} onClick={() => void session.chooseTargetBySelection(at)}>{words.targets.useColumn}</Button></div>
    </div>
  );
}

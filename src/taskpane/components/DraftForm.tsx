// Drafting a virement of one or several rows: which lines it takes from and gives to, how much is still open, and why.
import { useId, useState, type FormEvent } from "react";
import { Button, Field, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { draftBalance, lineMeant, type DraftRow } from "../../app/selectors/drafting";
import { penceTyped } from "../../app/selectors/review";
import type { LineFinder } from "../../app/selectors/lines";
import type { StatedDraft } from "../../app/draft";
import type { BudgetLine } from "../../core/budget/line";
import { formatPounds } from "../../core/money/format";
import { words } from "../words/words";
import { DraftRowFields } from "./DraftRowFields";
import { Mark } from "./Mark";
import { Hint } from "./Section";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS, minWidth: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { minWidth: 0, "& select": { minWidth: 0, width: "100%" } },
});

export const BLANK_ROWS: readonly DraftRow[] = [{ side: "from", line: "", amount: "" }, { side: "to", line: "", amount: "" }];

interface DraftFormProps {
  /** The draft that is changed; null for a new one. */
  readonly id: string | null;
  readonly start: readonly DraftRow[];
  readonly startRecurrence?: StatedDraft["recurrence"];
  readonly startWhy?: string;
  readonly lines: readonly BudgetLine[];
  readonly find: LineFinder;
  readonly busy: boolean;
  readonly onDraft: (draft: StatedDraft) => void;
  readonly onCancel: () => void;
}

export function DraftForm({ id, start, startRecurrence = "one-off", startWhy = "", lines, find, busy, onDraft, onCancel }: DraftFormProps) {
  const styles = useStyles();
  const says = words.drafting;
  const balanceId = useId();
  const [rows, setRows] = useState(start);
  const [recurrence, setRecurrence] = useState(startRecurrence);
  const [why, setWhy] = useState(startWhy);
  const [tried, setTried] = useState(false);
  const [latest, setLatest] = useState(0);
  const add = (side: DraftRow["side"]): void => {
    setRows([...rows, { side, line: "", amount: "" }]);
    setLatest(rows.length);
  };
  const change = (at: number, part: Partial<DraftRow>): void => setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const { takenPence, givenPence, between } = draftBalance(rows, lines);
  const balanced = takenPence === givenPence && takenPence > 0;
  const draft = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const legs = rows.map((row) => ({ ...row, line: lineMeant(row.line, lines)?.id ?? "", pence: penceTyped(row.amount) ?? 0 }));
    if (why.trim() === "" || legs.some(({ line, pence }) => line === "" || pence === 0)) return;
    onDraft({ id, recurrence, why: why.trim(), legs: legs.map(({ side, line, pence }) => ({ from: side === "from" ? line : "", to: side === "to" ? line : "", amountPence: pence })) });
  };
  return (
    <form className={styles.form} onSubmit={draft} aria-label={id === null ? says.title : says.changeName(id)}>
      <Hint>{says.hint}</Hint>
      {rows.map((row, i) => (
        <DraftRowFields
          key={i} number={i + 1} row={row} lines={lines} find={find} tried={tried} takesFocus={i === latest} onChange={(part) => change(i, part)}
          onRemove={rows.length > 2 ? () => setRows(rows.filter((_, at) => at !== i)) : null}
        />
      ))}
      <div className={styles.actions}>
        <Button size="small" onClick={() => add("from")}>{says.addFrom}</Button>
        <Button size="small" onClick={() => add("to")}>{says.addTo}</Button>
      </div>
      <div id={balanceId} role="status">
        <Mark tone={balanced ? "good" : "ask"}>{says.balance(formatPounds(takenPence), formatPounds(givenPence))}</Mark>
        <Hint>{balanced ? says.balanced : takenPence > givenPence ? says.toGive(formatPounds(takenPence - givenPence)) : givenPence > takenPence ? says.toTake(formatPounds(givenPence - takenPence)) : says.nothingYet}</Hint>
        {between.map(({ agency, pence }) => <Hint key={agency}>{says.between(find.agencyName(agency), formatPounds(Math.abs(pence)), pence > 0)}</Hint>)}
      </div>
      <Field label={says.recurrence}>
        <Select className={styles.list} value={recurrence} onChange={(_, data) => setRecurrence(data.value === "recurrent" ? "recurrent" : "one-off")}>
          <option value="one-off">{words.suggestions.recurrence["one-off"]}</option>
          <option value="recurrent">{words.suggestions.recurrence.recurrent}</option>
        </Select>
      </Field>
      <Field label={says.why} required {...(tried && why.trim() === "" ? { validationState: "error" as const, validationMessage: says.whyMissing } : {})}>
        <Textarea value={why} resize="vertical" required={false} aria-required="true" onChange={(_, data) => setWhy(data.value)} />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" disabledFocusable={busy} aria-describedby={balanceId}>{balanced ? says.propose : says.keep}</Button>
        <Button appearance="subtle" onClick={onCancel}>{says.cancel}</Button>
      </div>
    </form>
  );
}

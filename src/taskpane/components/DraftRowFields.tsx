// One row of a draft: takes from or gives to, which line, and how much.
import { useEffect, useId, useRef } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { lineMeant, linesLike, type DraftRow } from "../../app/selectors/drafting";
import { penceTyped } from "../../app/selectors/review";
import type { LineFinder } from "../../app/selectors/lines";
import type { BudgetLine } from "../../core/budget/line";
import { words } from "../words/words";

const MOST_CHOICES = 40;

const useStyles = makeStyles({
  row: {
    display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, margin: 0, minWidth: 0, paddingBlock: tokens.spacingVerticalXS, paddingInline: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium,
  },
  fields: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  line: { flexGrow: 3, flexBasis: "150px", minWidth: 0 },
  amount: { flexGrow: 1, flexBasis: "90px", minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
  remove: { alignSelf: "flex-start" },
});

interface DraftRowFieldsProps {
  readonly number: number;
  readonly row: DraftRow;
  readonly lines: readonly BudgetLine[];
  readonly find: LineFinder;
  /** True once somebody tried to put the draft into the workbook: what is missing is then said. */
  readonly tried: boolean;
  /** The keyboard goes on here when the row comes. */
  readonly takesFocus: boolean;
  readonly onChange: (part: Partial<DraftRow>) => void;
  readonly onRemove: (() => void) | null;
}

export function DraftRowFields({ number, row, lines, find, tried, takesFocus, onChange, onRemove }: DraftRowFieldsProps) {
  const styles = useStyles();
  const says = words.drafting;
  const listId = useId();
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) line.current?.focus();
  }, [takesFocus]);
  const meant = lineMeant(row.line, lines);
  const pence = penceTyped(row.amount);
  const wrong = (missing: boolean, message: string) => (tried && missing ? { validationState: "error" as const, validationMessage: message } : {});
  return (
    <fieldset className={styles.row}>
      <legend>{says.side[row.side](number)}</legend>
      <div className={styles.fields}>
        <Field className={styles.line} label={says.line} {...(meant === null ? {} : { hint: `${meant.description}, ${find.agencyName(meant.agency)}` })} {...wrong(meant === null, says.lineMissing)}>
          <Input className={styles.input} input={{ className: styles.input, ref: line }} value={row.line} list={listId} autoComplete="off" onChange={(_, data) => onChange({ line: data.value })} />
        </Field>
        <Field className={styles.amount} label={says.amount} {...wrong(pence === null || pence === 0, says.amountMissing)}>
          <Input className={styles.input} input={{ className: styles.input }} inputMode="decimal" value={row.amount} onChange={(_, data) => onChange({ amount: data.value })} />
        </Field>
      </div>
      <datalist id={listId}>
        {meant === null && row.line !== "" && linesLike(row.line, lines, MOST_CHOICES).map((line) => <option key={line.id} value={line.id}>{`${line.description}, ${find.agencyName(line.agency)}`}</option>)}
      </datalist>
      {onRemove !== null && <Button size="small" appearance="subtle" className={styles.remove} aria-label={says.removeName(number)} onClick={onRemove}>{says.remove}</Button>}
    </fieldset>
  );
}

// How one table is read, open to correction: each column's field with its evidence, unit, sign, agency and range; changes apply at once.
import { useState } from "react";
import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Correction, TablePlace } from "../../app/correct";
import { columnLetters } from "../../core/budget/cells";
import { UNIT_LABEL } from "../../core/money/unit";
import { COLUMN_FIELDS, correctionsText, MONEY_UNITS, NO_CORRECTIONS, SIGN_HABITS } from "../../core/reading/memory/corrections";
import type { ColumnField, TableMapping } from "../../core/reading/types";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { Hint } from "./Section";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  // A native list is as wide as its longest choice unless told otherwise.
  list: { minWidth: 0, width: "100%" },
  label: { overflowWrap: "anywhere" },
  part: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface CorrectTableProps {
  readonly at: TablePlace;
  readonly table: TableMapping;
  /** What the table's agency is called. */
  readonly agencyName: string;
}

export function CorrectTable({ at, table, agencyName }: CorrectTableProps) {
  const styles = useStyles();
  const session = useSession();
  const { job } = useSessionState();
  const busy = job !== null;
  const [agency, setAgency] = useState(agencyName);
  const correct = (change: Correction): void => void session.correct(at, change);
  const corrected = correctionsText(table.corrections ?? NO_CORRECTIONS) !== "";
  return (
    <div className={styles.form}>
      <Hint>{words.correct.hint}</Hint>
      {table.columns.map(({ column, heading, field, reason }) => (
        <Field key={column} className={styles.label} label={words.correct.column(columnLetters(column), heading)} hint={words.correct.because(reason)}>
          <Fields
            value={field} busy={busy}
            onChoose={(chosen) => correct({ kind: "column", column, heading, field: chosen })}
          />
        </Field>
      ))}
      <SelectedCells at={at} busy={busy} />
      <Field label={words.correct.unit} hint={words.correct.because(table.unitReason)}>
        <Select
          className={styles.list} value={table.unit} disabled={busy}
          onChange={(_, { value }) => MONEY_UNITS.filter((unit) => unit === value).forEach((unit) => correct({ kind: "unit", unit }))}
        >
          {MONEY_UNITS.map((unit) => <option key={unit} value={unit}>{UNIT_LABEL[unit]}</option>)}
        </Select>
      </Field>
      <Field label={words.correct.sign} hint={words.correct.because(table.signReason)}>
        <Select
          className={styles.list} value={table.sign} disabled={busy}
          onChange={(_, { value }) => SIGN_HABITS.filter((sign) => sign === value).forEach((sign) => correct({ kind: "sign", sign }))}
        >
          {SIGN_HABITS.map((sign) => <option key={sign} value={sign}>{words.sources.signs[sign]}</option>)}
        </Select>
      </Field>
      {at.position === 1 && (
        <form
          className={styles.part}
          onSubmit={(event) => {
            event.preventDefault();
            if (agency.trim() !== "") correct({ kind: "agency", agency: agency.trim() });
          }}
        >
          <Field label={words.correct.agency}>
            <Input className={styles.list} value={agency} disabled={busy} onChange={(_, { value }) => setAgency(value)} />
          </Field>
          <div className={styles.actions}><Button type="submit" disabledFocusable={busy || agency.trim() === "" || agency.trim() === agencyName}>{words.correct.useAgency}</Button></div>
        </form>
      )}
      {table.confirmedBy === null && (
        <div className={styles.part}>
          <Hint>{words.correct.confirmHint}</Hint>
          <div className={styles.actions}><Button disabledFocusable={busy} onClick={() => correct({ kind: "unit", unit: table.unit })}>{words.correct.confirm}</Button></div>
        </div>
      )}
      {corrected && (
        <div className={styles.part}>
          <Hint>{words.correct.by(table.confirmedBy ?? "")}</Hint>
          <div className={styles.actions}><Button disabledFocusable={busy} onClick={() => correct({ kind: "none" })}>{words.correct.undo}</Button></div>
        </div>
      )}
    </div>
  );
}

/** The two ways to point with the cells selected in the sheet: a column as a field, or the table's range. */
export function SelectedCells({ at, busy, rangeOnly = false }: { readonly at: TablePlace; readonly busy: boolean; readonly rangeOnly?: boolean }) {
  const styles = useStyles();
  const session = useSession();
  const [field, setField] = useState<ColumnField>("revised");
  return (
    <div className={styles.part}>
      {!rangeOnly && <Field label={words.correct.selectedAs}><Fields value={field} busy={busy} onChoose={setField} /></Field>}
      <Hint>{words.correct.selectHint(at.sheet)}</Hint>
      <div className={styles.actions}>
        {!rangeOnly && <Button disabledFocusable={busy} onClick={() => void session.correctBySelection(at, field)}>{words.correct.useColumn}</Button>}
        {at.position === 1 && <Button disabledFocusable={busy} onClick={() => void session.correctBySelection(at, "range")}>{words.correct.useRange}</Button>}
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly value: ColumnField;
  readonly busy: boolean;
  readonly onChoose: (field: ColumnField) => void;
}

function Fields({ value, busy, onChoose, ...field }: FieldsProps) {
  const styles = useStyles();
  return (
    <Select {...field} className={styles.list} value={value} disabled={busy} onChange={(_, data) => COLUMN_FIELDS.filter((known) => known === data.value).forEach(onChoose)}>
      {COLUMN_FIELDS.map((known) => <option key={known} value={known}>{words.sources.fields[known]}</option>)}
    </Select>
  );
}

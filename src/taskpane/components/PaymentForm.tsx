// What a payment between bodies needs beside its approvals: the VAT note and the day on which it is paid, shown and stated.
import { useState, type FormEvent } from "react";
import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { NOT_STATED } from "../../core/virement/betweenBodies";
import type { Virement } from "../../core/virement/life";
import { useSession } from "../useSession";
import { words } from "../words/words";
import { Mark } from "./Mark";
import { Hint } from "./Section";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PaymentForm({ virement, busy }: { readonly virement: Virement; readonly busy: boolean }) {
  const styles = useStyles();
  const session = useSession();
  const says = words.review.payment;
  const [open, setOpen] = useState(false);
  const [vatNote, setVatNote] = useState(virement.vatNote ?? "");
  const [cashOn, setCashOn] = useState(virement.cashOn ?? "");
  const closed = virement.state === "applied" || virement.state === "reversed";
  const state = (event: FormEvent): void => {
    event.preventDefault();
    setOpen(false);
    void session.statePayment(virement.id, vatNote, cashOn);
  };
  return (
    <div>
      <Hint>{says.vat(virement.vatNote ?? NOT_STATED)}</Hint>
      {virement.cashOn === undefined && !closed ? <Mark tone="ask">{says.noDate}</Mark> : <Hint>{says.date(virement.cashOn ?? NOT_STATED)}</Hint>}
      {!closed && !open && <div className={styles.actions}><Button size="small" disabledFocusable={busy} aria-label={says.stateName(virement.id)} onClick={() => setOpen(true)}>{says.state}</Button></div>}
      {!closed && open && (
        <form className={styles.form} onSubmit={state}>
          <Field label={says.dateLabel}><Input type="date" value={cashOn} onChange={(_, data) => setCashOn(data.value)} /></Field>
          <Field label={says.vatLabel}><Textarea value={vatNote} resize="vertical" onChange={(_, data) => setVatNote(data.value)} /></Field>
          <div className={styles.actions}>
            <Button type="submit" disabledFocusable={busy}>{says.keep}</Button>
            <Button appearance="subtle" onClick={() => setOpen(false)}>{says.cancel}</Button>
          </div>
        </form>
      )}
    </div>
  );
}

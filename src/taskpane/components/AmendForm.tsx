// Accepting less than was suggested: the amount in pounds and the reason; both are needed.
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import type { Pence } from "../../core/money/pence";
import { penceTyped } from "../../app/selectors/review";
import { words } from "../words/words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface AmendFormProps {
  readonly suggestedPence: Pence;
  readonly onAmend: (amountPence: Pence, reason: string) => void;
  readonly onCancel: () => void;
}

export function AmendForm({ suggestedPence, onAmend, onCancel }: AmendFormProps) {
  const styles = useStyles();
  const says = words.review.amendment;
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const pence = penceTyped(amount);
  const amountWrong = pence === null || pence <= 0 || pence > suggestedPence;
  const reasonWrong = reason.trim() === "";
  const amend = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (amountWrong || reasonWrong) first.current?.focus();
    else onAmend(pence, reason.trim());
  };
  const invalid = (wrong: boolean, message: string) => (tried && wrong ? { validationState: "error" as const, validationMessage: message } : {});
  return (
    <form className={styles.form} onSubmit={amend}>
      <Field label={says.amount} hint={says.hint(suggestedPence)} required {...invalid(amountWrong, says.amountWrong(suggestedPence))}>
        <Input input={{ ref: first }} inputMode="decimal" value={amount} required={false} aria-required="true" onChange={(_, data) => setAmount(data.value)} />
      </Field>
      <Field label={says.reason} required {...invalid(reasonWrong, says.reasonWrong)}>
        <Textarea value={reason} resize="vertical" required={false} aria-required="true" onChange={(_, data) => setReason(data.value)} />
      </Field>
      <div className={styles.actions}>
        <Button type="submit">{says.confirm}</Button>
        <Button appearance="subtle" onClick={onCancel}>{says.keep}</Button>
      </div>
    </form>
  );
}

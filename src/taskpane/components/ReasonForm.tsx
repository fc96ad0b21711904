// Refusing or taking back a virement: it takes a reason, and says so when there is none.
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ReasonFormProps {
  readonly says: { readonly label: string; readonly hint: string; readonly empty: string; readonly confirm: string; readonly keep: string };
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

export function ReasonForm({ says, onReason, onCancel }: ReasonFormProps) {
  const styles = useStyles();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === "") {
      setMissing(true);
      box.current?.focus();
      return;
    }
    onReason(reason.trim());
  };
  return (
    <form className={styles.form} onSubmit={give}>
      <Field
        label={says.label} hint={says.hint} required
        {...(missing ? { validationState: "error" as const, validationMessage: says.empty } : {})}
      >
        <Textarea
          textarea={{ ref: box }} value={reason} resize="vertical" required={false} aria-required="true"
          onChange={(_, data) => {
            setReason(data.value);
            setMissing(false);
          }}
        />
      </Field>
      <div className={styles.actions}>
        <Button type="submit">{says.confirm}</Button>
        <Button appearance="subtle" onClick={onCancel}>{says.keep}</Button>
      </div>
    </form>
  );
}

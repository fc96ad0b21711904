// Refusing a virement: it takes a reason, and says so when there is none.
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { words } from "../words/words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface RefusalFormProps {
  readonly onRefuse: (reason: string) => void;
  readonly onCancel: () => void;
}

export function RefusalForm({ onRefuse, onCancel }: RefusalFormProps) {
  const styles = useStyles();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const refuse = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === "") {
      setMissing(true);
      box.current?.focus();
      return;
    }
    onRefuse(reason.trim());
  };
  return (
    <form className={styles.form} onSubmit={refuse}>
      <Field
        label={words.review.reasonLabel} hint={words.review.reasonHint} required
        {...(missing ? { validationState: "error" as const, validationMessage: words.review.reasonEmpty } : {})}
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
        <Button type="submit">{words.review.confirmRefusal}</Button>
        <Button appearance="subtle" onClick={onCancel}>{words.review.keepOpen}</Button>
      </div>
    </form>
  );
}

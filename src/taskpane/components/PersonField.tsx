// Who decides: asked once, kept with each decision as stated, not proven.
import { useState, type FormEvent, type Ref } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalS },
  button: { alignSelf: "flex-start" },
});

interface PersonFieldProps {
  readonly person: string;
  /** Called once a name is kept. */
  readonly onKept: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function PersonField({ person, onKept, inputRef }: PersonFieldProps) {
  const styles = useStyles();
  const session = useSession();
  const { job } = useSessionState();
  const [name, setName] = useState(person);
  const [missing, setMissing] = useState(false);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === "") {
      setMissing(true);
      return;
    }
    session.setPerson(name);
    onKept();
  };
  return (
    <form className={styles.form} onSubmit={keep}>
      <Field
        label={words.review.personLabel} hint={words.review.personHint}
        {...(missing ? { validationState: "error" as const, validationMessage: words.review.personEmpty } : {})}
      >
        <Input
          {...(inputRef === undefined ? {} : { input: { ref: inputRef } })} value={name} autoComplete="name"
          onChange={(_, data) => {
            setName(data.value);
            setMissing(false);
          }}
        />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={job !== null} className={styles.button}>{words.review.usePerson}</Button>
    </form>
  );
}

// The day whose rules are taken: another day drops the suggestions found, as they were found under the rules of the day before.
import { useState } from "react";
import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({ field: { marginTop: tokens.spacingVerticalM } });

/** Rule books do not reach further; a year that is still being typed ("0202") lies outside. */
const FIRST = "2000-01-01";
const LAST = "2099-12-31";

export function DecisionDate() {
  const styles = useStyles();
  const session = useSession();
  const { decisionDate, job } = useSessionState();
  const [typed, setTyped] = useState(decisionDate);
  const kept = typed === decisionDate;
  return (
    <Field
      className={styles.field} label={words.suggestions.dateLabel} hint={words.suggestions.dateHint}
      {...(kept ? {} : { validationState: "error" as const, validationMessage: words.suggestions.dateUnknown(decisionDate) })}
    >
      <Input
        type="date" min={FIRST} max={LAST} value={typed} readOnly={job !== null}
        onChange={(_, { value }) => {
          setTyped(value);
          if (value !== decisionDate && value >= FIRST && value <= LAST) session.setDecisionDate(value);
        }}
      />
    </Field>
  );
}

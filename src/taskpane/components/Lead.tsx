// The head of every page: its name, one sentence that says where things stand, and the one primary button, the next thing to do.
import { useId, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { NEXT_STEP } from "../useKeepFocus";
import { useSessionState } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  lead: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: {
    margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  body: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface Action {
  readonly label: string;
  readonly run: () => void;
}

interface LeadProps {
  readonly title: string;
  readonly sentence: string;
  readonly body?: ReactNode;
  /** Null only where the page's primary button belongs to a form on it. */
  readonly primary: Action | null;
  readonly others?: readonly Action[];
}

/** Buttons stay where they are while work is under way, but can't be pressed. */
export function Lead({ title, sentence, body, primary, others = [] }: LeadProps) {
  const styles = useStyles();
  const { job } = useSessionState();
  const busy = job !== null;
  const sentenceId = useId();
  return (
    <div className={styles.lead}>
      <h1 className={styles.title}>{title}</h1>
      <p id={sentenceId} className={styles.sentence}>{sentence}</p>
      {body !== undefined && <div className={styles.body}>{body}</div>}
      <div className={styles.actions}>
        {primary !== null && (
          <Button
            id={NEXT_STEP} appearance="primary" aria-describedby={sentenceId} disabledFocusable={busy} title={busy ? words.waitForWork : undefined}
            onClick={primary.run}
          >
            {primary.label}
          </Button>
        )}
        {others.map((action) => (
          <Button key={action.label} disabledFocusable={busy} onClick={action.run}>{action.label}</Button>
        ))}
      </div>
    </div>
  );
}

// The status line: the last thing done or the work under way, spoken by screen readers as it changes.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { SessionState } from "../../app/state";
import { words } from "../words/words";

const useStyles = makeStyles({
  line: {
    paddingInline: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere",
  },
});

export function StatusLine({ state }: { readonly state: SessionState }) {
  const styles = useStyles();
  return <footer><div role="status" aria-label={words.status} className={styles.line}>{said(state)}</div></footer>;
}

/** Steps of a job are shown where the work is; here only its start and end are spoken, or the reader would never be left in peace. */
function said({ job, notice }: SessionState): string {
  if (job !== null) return words.working(job.title);
  return notice === "" ? words.ready : notice;
}

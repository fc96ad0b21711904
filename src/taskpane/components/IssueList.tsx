// What reading and pooling want a person to know: a sentence each, with the way to the cell.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Issue } from "../../core/issues/issue";
import { issueText } from "../../core/issues/issueText";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Mark, type MarkTone } from "./Mark";
import { Hint } from "./Section";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: "anywhere" },
});

const TONES: Readonly<Record<Issue["severity"], MarkTone>> = { error: "bad", question: "ask", warning: "ask", info: "quiet" };
const LISTED = 50;

export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list}>
        {issues.slice(0, LISTED).map((issue, index) => (
          <li key={index} className={styles.item}>
            <div className={styles.head}>
              <Mark tone={TONES[issue.severity]}>{words.sources.whatSeverity[issue.severity]}</Mark>
              {issue.where !== null && <CellLink cell={issue.where} />}
            </div>
            <p className={styles.text}>{issueText(issue)}</p>
          </li>
        ))}
      </ul>
      {issues.length > LISTED && <Hint>{words.more(issues.length - LISTED)}</Hint>}
    </>
  );
}

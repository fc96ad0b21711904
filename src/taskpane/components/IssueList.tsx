// What reading and pooling want a person to know: a sentence each, with the way to the cell.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Issue } from "../../core/issues/issue";
import { issueText } from "../../core/issues/issueText";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Mark, type MarkTone } from "./Mark";
import { Paged } from "./Paged";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: "anywhere" },
});

const TONES: Readonly<Record<Issue["severity"], MarkTone>> = { error: "bad", question: "ask", warning: "ask", info: "quiet" };

export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      <Paged
        items={issues}
        each={(issue, index) => (
          <div key={index} className={styles.item}>
            <div className={styles.head}>
              <Mark tone={TONES[issue.severity]}>{words.sources.whatSeverity[issue.severity]}</Mark>
              {issue.where !== null && <CellLink cell={issue.where} />}
            </div>
            <p className={styles.text}>{issueText(issue)}</p>
          </div>
        )}
      />
    </div>
  );
}

// What the virements leave: pressures that stay open, calls that only a partner can answer, and moves that a rule forbids.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { LineFinder } from "../../app/selectors/lines";
import { unclosedPence } from "../../app/selectors/suggestions";
import { relaxationWords } from "../../core/virement/relaxing/relaxations";
import type { Suggestions } from "../../core/virement/types";
import { words } from "../words/words";
import { Disclosure } from "./Disclosure";
import { Money, Variance } from "./Money";
import { Paged } from "./Paged";
import { Row, Rows } from "./Row";
import { Hint, Section } from "./Section";

const useStyles = makeStyles({
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { margin: 0, overflowWrap: "anywhere" },
});

interface NotMovedProps {
  readonly suggestions: Suggestions;
  readonly find: LineFinder;
}

export function Unclosed({ suggestions, find }: NotMovedProps) {
  const styles = useStyles();
  if (suggestions.unclosed.length === 0) return null;
  return (
    <Section title={words.suggestions.unclosedTitle}>
      <Rows><Row label={words.suggestions.unclosedTotal} strong><Money pence={unclosedPence(suggestions)} /></Row></Rows>
      <Paged
        items={suggestions.unclosed}
        each={(unclosed) => (
          <div key={unclosed.line} className={styles.item}>
            <Rows><Row label={find.describe(unclosed.line)}><Money pence={unclosed.amountPence} /></Row></Rows>
            <Hint>{unclosed.reason}</Hint>
            {relaxationWords(unclosed) !== "" && <Hint>{relaxationWords(unclosed)}</Hint>}
          </div>
        )}
      />
    </Section>
  );
}

export function Calls({ suggestions, find }: NotMovedProps) {
  const styles = useStyles();
  if (suggestions.calls.length === 0) return null;
  return (
    <Section title={words.suggestions.callsTitle} hint={words.suggestions.callsHint}>
      {suggestions.pools.map((pool) => (
        <Rows key={pool.pool}><Row label={words.suggestions.poolOver(pool.pool)}><Variance pence={pool.overspendPence} /></Row></Rows>
      ))}
      {suggestions.calls.map((call) => (
        <div key={`${call.pool}/${call.agency}`} className={styles.item}>
          <Rows>
            <Row label={words.suggestions.call(find.agencyName(call.agency))} strong><Money pence={call.amountPence} /></Row>
            <Row label={words.suggestions.liability}><Money pence={call.liabilityPence} /></Row>
          </Rows>
          <p className={styles.text}>{words.suggestions.approvalsTitle}</p>
          <ol>
            {call.approvals.map((approval) => <li key={approval.agency} className={styles.text}>{approval.approver}</li>)}
          </ol>
          <p className={styles.text}>{call.explanation}</p>
        </div>
      ))}
    </Section>
  );
}

export function BlockedMoves({ suggestions, find }: NotMovedProps) {
  const styles = useStyles();
  const { blocked } = suggestions;
  if (blocked.length === 0) return null;
  return (
    <Section title={words.suggestions.blockedTitle} hint={words.suggestions.blockedHint}>
      <Disclosure head={`${words.suggestions.blockedTitle} (${blocked.length})`}>
        {() => (
          <Paged
            items={blocked}
            each={(one, index) => (
              <div key={index} className={styles.item}>
                <Rows><Row label={words.suggestions.blocked(find.describe(one.from), find.describe(one.to))}><Money pence={one.amountPence} /></Row></Rows>
                <p className={styles.text}>{one.reason}</p>
              </div>
            )}
          />
        )}
      </Disclosure>
    </Section>
  );
}

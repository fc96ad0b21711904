// One suggested virement as a card: from, to, how much, what it needs, whom it touches, why, and why not more.
import { makeStyles, tokens } from "@fluentui/react-components";
import { moveRoom } from "../../app/selectors/moveRoom";
import { burdenEffects, type BurdenEffect } from "../../app/selectors/suggestions";
import type { LineFinder } from "../../app/selectors/lines";
import type { AgencyTotals } from "../../core/pooling/types";
import { relaxationWords } from "../../core/virement/relaxing/relaxations";
import type { Move, Suggestions } from "../../core/virement/types";
import { words } from "../words/words";
import { Disclosure } from "./Disclosure";
import { MoveEnds } from "./MoveEnds";
import { Money } from "./Money";
import { Row, Rows } from "./Row";
import { Hint } from "./Section";

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  label: { margin: 0, marginTop: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  path: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  text: { margin: 0, overflowWrap: "anywhere" },
});

interface MoveCardProps {
  readonly move: Move;
  readonly find: LineFinder;
  readonly agencies: readonly AgencyTotals[];
  /** The set that the move belongs to. */
  readonly suggestions: Suggestions;
}

export function MoveCard({ move, find, agencies, suggestions }: MoveCardProps) {
  const styles = useStyles();
  const text = words.suggestions;
  return (
    <article className={styles.card} aria-label={text.blocked(find.describe(move.from), find.describe(move.to))}>
      <MoveEnds from={move.from} to={move.to} amountPence={move.amountPence} recurrence={move.recurrence} find={find} />
      <p className={styles.label}>{text.approvalsTitle}</p>
      {move.approvals.length === 0 ? <p className={styles.text}>{text.noApproval}</p> : (
        <ol className={styles.path}>
          {move.approvals.map((approval) => (
            <li key={`${approval.agency}/${approval.ruleId}`}>{text.approval(approval.approver, find.agencyName(approval.agency), approval.ruleId)}</li>
          ))}
        </ol>
      )}
      <p className={styles.label}>{text.burden}</p>
      <Rows>{burdenEffects(move, find, agencies).map((effect) => <Burden key={effect.agency} name={find.agencyName(effect.agency)} effect={effect} />)}</Rows>
      <Disclosure head={text.why}>
        {() => (
          <>
            <p className={styles.text}>{move.explanation}</p>
            {move.ruleIds.length > 0 && <Hint>{text.rules(move.ruleIds.join(", "))}</Hint>}
          </>
        )}
      </Disclosure>
      <Disclosure head={text.whyNotMore}>{() => <WhyNotMore move={move} suggestions={suggestions} find={find} />}</Disclosure>
    </article>
  );
}

function WhyNotMore({ move, suggestions, find }: Omit<MoveCardProps, "agencies">) {
  const styles = useStyles();
  const text = words.suggestions;
  const open = suggestions.unclosed.find((unclosed) => unclosed.line === move.to);
  const { giverLeftPence, heldBackPence, nextTier } = moveRoom(move, suggestions);
  return (
    <>
      <p className={styles.text}>{open === undefined ? text.nothingMore : `${open.reason} ${relaxationWords(open)}`}</p>
      {giverLeftPence !== null && <Hint>{text.giverLeft(find.describe(move.from), giverLeftPence, heldBackPence)}</Hint>}
      {nextTier !== null && <Hint>{text.nextTier(nextTier.overPence, nextTier.rank)}</Hint>}
    </>
  );
}

function Burden({ name, effect }: { readonly name: string; readonly effect: BurdenEffect }) {
  const { before, after, unchanged } = words.suggestions;
  if (effect.beforePence === effect.afterPence) return <Row label={name}><Money pence={effect.beforePence} /> {unchanged}</Row>;
  return (
    <>
      <Row label={`${name}, ${before}`}><Money pence={effect.beforePence} /></Row>
      <Row label={`${name}, ${after}`}><Money pence={effect.afterPence} /></Row>
    </>
  );
}

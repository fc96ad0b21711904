// The two ends of a virement with the amount between them; each end leads to its cell.
import { Fragment } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { lineCell, type LineFinder } from "../../app/selectors/lines";
import type { Pence } from "../../core/money/pence";
import type { Leg } from "../../core/virement/life";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Money } from "./Money";

const useStyles = makeStyles({
  ends: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  term: { color: tokens.colorNeutralForeground2 },
  line: { overflowWrap: "anywhere" },
  agency: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  amount: { gridColumn: "1 / -1", display: "flex", justifyContent: "space-between", alignItems: "baseline", fontSize: tokens.fontSizeBase400 },
});

interface MoveEndsProps {
  readonly from: string;
  readonly to: string;
  /** Its rows, where it has several: each line then stands with its own amount. */
  readonly legs?: readonly Leg[];
  readonly amountPence: Pence;
  readonly recurrence: "one-off" | "recurrent";
  readonly find: LineFinder;
}

export function MoveEnds({ from, to, legs = [], amountPence, recurrence, find }: MoveEndsProps) {
  const styles = useStyles();
  const sides = [
    ...legs.flatMap((leg) => (leg.from === "" ? [] : [{ term: words.suggestions.from, lineId: leg.from, pence: leg.amountPence }])),
    ...legs.flatMap((leg) => (leg.to === "" ? [] : [{ term: words.suggestions.to, lineId: leg.to, pence: leg.amountPence }])),
  ];
  return (
    <div className={styles.ends}>
      <span className={styles.amount}>
        <span>{words.suggestions.recurrence[recurrence]}</span>
        <Money pence={amountPence} strong />
      </span>
      {legs.length === 0 ? (
        <>
          <span className={styles.term}>{words.suggestions.from}</span>
          <End lineId={from} find={find} />
          <span className={styles.term}>{words.suggestions.to}</span>
          <End lineId={to} find={find} />
        </>
      ) : sides.map(({ term, lineId, pence }, i) => (
        <Fragment key={i}>
          <span className={styles.term}>{term}</span>
          <End lineId={lineId} find={find} pence={pence} />
        </Fragment>
      ))}
    </div>
  );
}

function End({ lineId, find, pence }: { readonly lineId: string; readonly find: LineFinder; readonly pence?: Pence }) {
  const styles = useStyles();
  const line = find.line(lineId);
  return (
    <span className={styles.line}>
      {find.describe(lineId)}
      {pence !== undefined && <span className={styles.agency}><Money pence={pence} /></span>}
      <span className={styles.agency}>{line === null ? words.review.lineGone : find.agencyName(line.agency)}</span>
      {line !== null && <CellLink cell={lineCell(line)} full />}
    </span>
  );
}

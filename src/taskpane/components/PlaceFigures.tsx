// The place's figures under a lens: budget, forecast and variance, with gross, income and eliminations behind a row that opens.
import type { LensFigures } from "../../app/selectors/pool";
import type { Lens, PoolTotals } from "../../core/pooling/types";
import { words } from "../words/words";
import { Disclosure } from "./Disclosure";
import { Money, Variance } from "./Money";
import { Row, Rows } from "./Row";

interface PlaceFiguresProps {
  readonly figures: LensFigures;
  readonly totals: PoolTotals;
  readonly lens: Lens;
}

export function PlaceFigures({ figures, totals, lens }: PlaceFiguresProps) {
  return (
    <div>
      <Rows>
        <Row label={`${words.pool.budget} (${words.pool.lenses[lens].toLowerCase()})`} strong><Money pence={figures.budgetPence} /></Row>
        <Row label={words.pool.forecast}><Money pence={figures.forecastPence} /></Row>
        <Row label={words.pool.variance}><Variance pence={figures.variancePence} /></Row>
        {lens === "funds" ? <Row label={words.pool.outsideRings}><Variance pence={totals.varianceOutsideRingsPence} /></Row> : null}
      </Rows>
      <Disclosure head={words.pool.moreFigures}>
        {() => (
          <Rows>
            <Row label={words.pool.gross}><Money pence={totals.grossPence} /></Row>
            <Row label={words.pool.income}><Money pence={totals.incomePence} /></Row>
            <Row label={words.pool.eliminated}><Money pence={totals.eliminatedPence} /></Row>
            <Row label={words.pool.differencesNet}><Money pence={totals.unmatchedPence} /></Row>
          </Rows>
        )}
      </Disclosure>
    </div>
  );
}

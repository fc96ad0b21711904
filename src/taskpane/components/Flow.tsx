// One payment between partners as both sides record it, with both cells.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { LineFinder } from "../../app/selectors/lines";
import type { CellRef } from "../../core/budget/cells";
import { financialYearWords } from "../../core/pooling/realTerms/financialYear";
import type { Elimination } from "../../core/pooling/types";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Money } from "./Money";
import { Row, Rows } from "./Row";
import { Hint } from "./Section";

const useStyles = makeStyles({
  item: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: "anywhere" },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  cells: { display: "inline-flex", flexWrap: "wrap" },
});

export function Flow({ flow, find }: { readonly flow: Elimination; readonly find: LineFinder }) {
  const styles = useStyles();
  const payer = find.agencyName(flow.payer);
  const payee = find.agencyName(flow.payee);
  const differs = flow.differencePence !== 0;
  return (
    <div className={styles.item}>
      <p className={styles.title}>{flow.kind === "internal-recharge" ? words.pool.recharge(payer) : words.pool.difference(payer, payee)}</p>
      {(flow.scheme !== null || flow.year !== null) && <Hint>{words.pool.flowFor(flow.scheme, flow.year === null ? null : financialYearWords(flow.year))}</Hint>}
      <Rows>
        <Row label={<>{words.pool.payerRecords(payer)} <Cells cells={flow.payerCells} /></>}><Money pence={flow.paymentPence} /></Row>
        <Row label={<>{words.pool.payeeRecords(payee)} <Cells cells={flow.payeeCells} /></>}><Money pence={flow.incomePence} /></Row>
        {differs ? <Row label={words.pool.differs} strong><Money pence={flow.differencePence} /></Row>
          : <Row label={words.pool.eliminated} strong><Money pence={flow.eliminatedPence} /></Row>}
      </Rows>
      {differs && <Hint>{words.pool.suggestedType(words.pool.differenceTypes[flow.differenceType])}</Hint>}
    </div>
  );
}

function Cells({ cells }: { readonly cells: readonly CellRef[] }) {
  const styles = useStyles();
  if (cells.length === 0) return <>({words.pool.noRecord})</>;
  return <span className={styles.cells}>{cells.map((cell) => <CellLink key={`${cell.sheet}!${cell.address}`} cell={cell} />)}</span>;
}

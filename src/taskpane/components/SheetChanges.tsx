// The changed cells of one sheet, old -> new in the sheet's own unit, and what the changed budgets add to before and after.
import { makeStyles, tokens } from "@fluentui/react-components";
import { amountText, type PreviewCell, type PreviewSheet } from "../../app/selectors/preview";
import { describeCell } from "../../core/budget/cells";
import { UNIT_LABEL, type MoneyUnit } from "../../core/money/unit";
import type { CellValue } from "../../core/reading/grid";
import type { PlanObstacle } from "../../workbook/ports";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Disclosure } from "./Disclosure";
import { Mark } from "./Mark";
import { Money } from "./Money";
import { Row, Rows } from "./Row";

const useStyles = makeStyles({
  cell: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  values: { marginLeft: "auto", textAlign: "right", fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  old: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, overflowWrap: "anywhere" },
});

/** Cells of ours can be many and small; they open on request. */
export function SheetChanges({ sheet }: { readonly sheet: PreviewSheet }) {
  const cells = () => sheet.cells.map((cell) => <OneCell key={cell.change.address} cell={cell} />);
  return (
    <>
      {sheet.beforePence !== null && sheet.afterPence !== null && !sheet.ours && (
        <Rows>
          <Row label={`${words.review.changedBudgets}, ${words.suggestions.before}`}><Money pence={sheet.beforePence} /></Row>
          <Row label={`${words.review.changedBudgets}, ${words.suggestions.after}`}><Money pence={sheet.afterPence} /></Row>
        </Rows>
      )}
      {sheet.ours ? <Disclosure head={words.review.cellsOf(sheet.sheet, sheet.cells.length)}>{cells}</Disclosure> : cells()}
    </>
  );
}

function OneCell({ cell }: { readonly cell: PreviewCell }) {
  const styles = useStyles();
  const { change, line, unit } = cell;
  return (
    <div className={styles.cell}>
      {line !== null && <p className={styles.text}>{line.description}</p>}
      <div className={styles.line}>
        <CellLink cell={{ file: null, sheet: change.sheet, address: change.address }} />
        <span className={styles.values}>
          <span className={styles.old}>{shown(change.before, unit)}</span> → <strong>{shown(change.after, unit)}</strong>
          {unit !== null && unit !== "pounds" && ` (${UNIT_LABEL[unit]})`}
        </span>
      </div>
    </div>
  );
}

export function Obstacle({ obstacle }: { readonly obstacle: PlanObstacle }) {
  const place = describeCell({ file: null, sheet: obstacle.change.sheet, address: obstacle.change.address });
  return <Mark tone="bad">{words.review.obstacle(place, obstacle.kind, obstacle.found)}</Mark>;
}

function shown(value: CellValue, unit: MoneyUnit | null): string {
  const text = amountText(value, unit);
  return text === "" ? words.review.empty : text;
}

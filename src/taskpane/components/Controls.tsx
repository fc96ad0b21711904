// The controls: whether the figures agree with what is printed and with one another, those that do not agree first.
import { makeStyles, tokens } from "@fluentui/react-components";
import { controlsInOrder } from "../../app/selectors/pool";
import type { Control, ControlResult } from "../../core/checks/control";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Mark, type MarkTone } from "./Mark";
import { Money } from "./Money";
import { Paged } from "./Paged";
import { Row, Rows } from "./Row";
import { Hint } from "./Section";

const useStyles = makeStyles({
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  title: { overflowWrap: "anywhere" },
});

const TONES: Readonly<Record<ControlResult, MarkTone>> = { green: "good", amber: "ask", red: "bad", none: "quiet" };

export function Controls({ controls }: { readonly controls: readonly Control[] }) {
  return <Paged items={controlsInOrder(controls)} each={(control, index) => <OneControl key={index} control={control} />} />;
}

function OneControl({ control }: { readonly control: Control }) {
  const styles = useStyles();
  const { expectedPence, foundPence, result } = control;
  return (
    <div className={styles.item}>
      <div className={styles.head}>
        <span className={styles.title}>{control.title}, {control.subject}</span>
        <Mark tone={TONES[result]}>{words.pool.results[result]}</Mark>
      </div>
      {expectedPence !== null && foundPence !== null && (
        <Rows>
          <Row label={words.pool.expected}><Money pence={expectedPence} /></Row>
          <Row label={words.pool.found}><Money pence={foundPence} /></Row>
        </Rows>
      )}
      {control.note !== "" && <Hint>{control.note}</Hint>}
      {control.cells.map((cell) => <CellLink key={`${cell.sheet}!${cell.address}`} cell={cell} />)}
    </div>
  );
}

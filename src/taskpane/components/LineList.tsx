// The parts of a total: its lines, each with its figures and the way to its cell.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { LineFigure } from "../../app/selectors/lines";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Disclosure } from "./Disclosure";
import { Money, Variance } from "./Money";
import { Paged } from "./Paged";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  words: { display: "block", overflowWrap: "anywhere" },
  figures: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  right: { display: "flex", flexDirection: "column", alignItems: "flex-end", marginLeft: "auto" },
});

const FEW = 4;

interface LineListProps {
  readonly lines: readonly LineFigure[];
  readonly only?: "variance";
}

/** The first few, and all of them on request. */
export function ShortLineList({ lines, only }: LineListProps) {
  const shown = only === undefined ? {} : { only };
  if (lines.length <= FEW) return <LineList lines={lines} {...shown} />;
  return (
    <>
      <LineList lines={lines.slice(0, FEW)} {...shown} />
      <Disclosure head={words.all(lines.length)} flush>{() => <LineList lines={lines.slice(FEW)} {...shown} />}</Disclosure>
    </>
  );
}

export function LineList({ lines, only }: LineListProps) {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      <Paged
        items={lines}
        each={(line) => (
          <div key={line.id} className={styles.item}>
            <span className={styles.words}>{line.description}</span>
            <span className={styles.figures}>
              <CellLink cell={line.cell} />
              <span className={styles.right}>
                {only === undefined && <Money pence={line.budgetPence} />}
                <Variance pence={line.variancePence} />
              </span>
            </span>
          </div>
        )}
      />
    </div>
  );
}

// What changed line by line: the old and the new figure side by side, or the old and the new words, with the cell.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { LineChange } from "../../core/pooling/changes/changesSince";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Money } from "./Money";
import { Paged } from "./Paged";
import { Row, Rows } from "./Row";

const useStyles = makeStyles({
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { margin: 0, overflowWrap: "anywhere" },
});

export function LineChanges({ changes, agencyName }: { readonly changes: readonly LineChange[]; readonly agencyName: (id: string) => string }) {
  const styles = useStyles();
  return (
    <Paged
      items={changes}
      each={(change, index) => (
        <div key={index} className={styles.item}>
          <p className={styles.text}>{words.sources.change(change, agencyName(change.agency))}</p>
          <Rows>
            <Row label={words.sources.before}><Side pence={change.beforePence} text={change.before} /></Row>
            <Row label={words.sources.now}><Side pence={change.afterPence} text={change.after} /></Row>
          </Rows>
          {change.kind !== "gone" && <CellLink cell={change.cell} />}
        </div>
      )}
    />
  );
}

function Side({ pence, text }: { readonly pence: number | null; readonly text: string | null }) {
  if (pence !== null) return <Money pence={pence} />;
  return text === null || text === "" ? words.sources.nothing : text;
}

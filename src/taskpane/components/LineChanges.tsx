// What changed line by line: every figure or word that is another now, the old one beside the new one, with the cell.
import { useMemo } from "react";
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
  const lines = useMemo(() => byLine(changes), [changes]);
  return <Paged items={lines} each={(line, index) => <OneLine key={index} changes={line} agencyName={agencyName} />} />;
}

function OneLine({ changes, agencyName }: { readonly changes: readonly LineChange[]; readonly agencyName: (id: string) => string }) {
  const styles = useStyles();
  const [first] = changes;
  if (first === undefined) return null;
  return (
    <div className={styles.item}>
      <p className={styles.text}>{words.sources.change(first, agencyName(first.agency))}</p>
      <Rows>
        {changes.map(({ field, before, after, beforePence, afterPence }) => (
          <Row key={field} label={words.sources.changedFields[field]}>
            <Side pence={beforePence} text={before} /> → <Side pence={afterPence} text={after} />
          </Row>
        ))}
      </Rows>
      {first.kind !== "gone" && <CellLink cell={first.cell} />}
    </div>
  );
}

function Side({ pence, text }: { readonly pence: number | null; readonly text: string | null }) {
  if (pence !== null) return <Money pence={pence} />;
  return text === null || text === "" ? words.sources.nothing : text;
}

/** Changes of one line stand one after another. */
function byLine(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const lines: LineChange[][] = [];
  for (const change of changes) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last[0]?.lineId === change.lineId && last[0].kind === change.kind) last.push(change);
    else lines.push([change]);
  }
  return lines;
}

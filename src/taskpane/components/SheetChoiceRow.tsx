// One sheet of a chosen file: whether it comes in, as what, and what it would change on the sheet that came before.
import { Checkbox, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { SheetChoice } from "../../app/bringIn";
import { useSession } from "../useSession";
import { words } from "../words/words";
import { CellLink } from "./CellLink";
import { Disclosure } from "./Disclosure";
import { Hint } from "./Section";

const useStyles = makeStyles({
  row: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  // Fluent sets its box in by its own padding; the sheet's name should stand where other rows begin.
  box: { marginInlineStart: "-8px", "& label": { overflowWrap: "anywhere" } },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  radios: { marginInlineStart: "-8px", "& label": { overflowWrap: "anywhere" } },
  cell: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  values: { marginLeft: "auto", textAlign: "right", overflowWrap: "anywhere" },
});

export function SheetChoiceRow({ choice, busy }: { readonly choice: SheetChoice; readonly busy: boolean }) {
  const styles = useStyles();
  const session = useSession();
  if (choice.leftOut !== null) {
    return (
      <div className={styles.row}>
        <p className={styles.name}>{choice.sheetInFile}</p>
        <Hint>{words.bringIn.leftOut[choice.leftOut]}</Hint>
      </div>
    );
  }
  const { facts, replaces } = choice;
  return (
    <div className={styles.row}>
      <Checkbox
        className={styles.box} label={words.bringIn.include(choice.sheetInFile)} checked={choice.chosen} disabled={busy}
        onChange={(_, data) => session.changeBringIn(choice.id, { chosen: data.checked === true })}
      />
      <Hint>{[words.bringIn.size(facts.rows, facts.columns), ...(replaces === null ? [words.bringIn.becomes(choice.name)] : []), ...words.bringIn.remarks(choice)].join(" ")}</Hint>
      {replaces !== null && <Replace choice={choice} busy={busy} />}
    </div>
  );
}

function Replace({ choice, busy }: { readonly choice: SheetChoice; readonly busy: boolean }) {
  const styles = useStyles();
  const session = useSession();
  const { replaces } = choice;
  if (replaces === null) return null;
  const { changes } = replaces;
  return (
    <>
      <Hint>
        {words.bringIn.cameBefore(replaces.sheet, replaces.broughtIn)} {changes.cells === 0 ? words.bringIn.same
          : words.bringIn.changes(changes.cells, changes.rowsBefore, changes.rowsAfter)}
      </Hint>
      {choice.chosen && (
        <RadioGroup
          className={styles.radios} aria-label={words.bringIn.how(choice.sheetInFile)} value={choice.as} disabled={busy}
          onChange={(_, data) => session.changeBringIn(choice.id, { as: data.value === "add" ? "add" : "replace" })}
        >
          <Radio value="replace" label={words.bringIn.replace(replaces.sheet)} />
          <Radio value="add" label={words.bringIn.add(choice.name)} />
        </RadioGroup>
      )}
      {changes.cells > 0 && (
        <Disclosure head={words.bringIn.seeChanges(changes.first.length, changes.cells)} flush>
          {() => changes.first.map(({ address, before, after }) => (
            <div key={address} className={styles.cell}>
              <CellLink cell={{ file: null, sheet: replaces.sheet, address }} />
              <span className={styles.values}>{words.bringIn.shown(before)} → <strong>{words.bringIn.shown(after)}</strong></span>
            </div>
          ))}
        </Disclosure>
      )}
    </>
  );
}

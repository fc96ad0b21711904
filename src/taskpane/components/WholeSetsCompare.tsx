// Other whole sets beside the one found: each in a line, and any two of them move by move. Nothing is written.
import { useState } from "react";
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { LineFinder } from "../../app/selectors/lines";
import { pairedMoves } from "../../app/selectors/setPairs";
import type { WholeSet } from "../../app/wholeSets";
import { formatPounds } from "../../core/money/format";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { FigureTable } from "./FigureTable";
import { Money } from "./Money";
import { Hint, Section } from "./Section";

const useStyles = makeStyles({
  choices: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  choice: { flexGrow: 1, flexBasis: "120px", minWidth: 0 },
  select: { minWidth: 0 },
});

export function WholeSetsCompare({ sets, find }: { readonly sets: readonly WholeSet[] | null; readonly find: LineFinder }) {
  const session = useSession();
  const { job } = useSessionState();
  const text = words.suggestions.sets;
  return (
    <Section title={text.title} hint={text.hint}>
      {sets === null || sets.length < 2
        ? <div><Button disabledFocusable={job !== null} onClick={() => void session.compareSets()}>{text.look}</Button></div>
        : <SideBySide sets={sets} find={find} />}
    </Section>
  );
}

function SideBySide({ sets, find }: { readonly sets: readonly WholeSet[]; readonly find: LineFinder }) {
  const styles = useStyles();
  const text = words.suggestions.sets;
  const [chosen, setChosen] = useState<readonly [number, number]>([0, 1]);
  const [first, second] = [sets[chosen[0]], sets[chosen[1]]];
  const letter = (i: number): string => String.fromCharCode(65 + i);
  return (
    <>
      <FigureTable
        caption={text.title} headings={[text.set, text.closes, text.leaves]}
        rows={sets.map((set, i) => ({
          id: set.id,
          name: <>{`${letter(i)}. ${text.names[set.id]}`}<Hint>{text.about(set.moves.length, set.highestRank, set.proven)}</Hint></>,
          figures: [<Money key="closes" pence={set.closedPence} />, <Money key="leaves" pence={set.unclosedPence} />],
        }))}
      />
      <div className={styles.choices}>
        {[0, 1].map((side) => (
          <Field key={side} className={styles.choice} label={side === 0 ? text.first : text.second}>
            <Select className={styles.select} value={String(chosen[side] ?? 0)} onChange={(_, data) => setChosen(side === 0 ? [Number(data.value), chosen[1]] : [chosen[0], Number(data.value)])}>
              {sets.map((set, i) => <option key={set.id} value={i}>{`${letter(i)}. ${text.names[set.id]}`}</option>)}
            </Select>
          </Field>
        ))}
      </div>
      {first !== undefined && second !== undefined && (
        <FigureTable
          caption={text.moveByMove} headings={[text.move, chosen[0] === chosen[1] ? text.first : letter(chosen[0]), chosen[0] === chosen[1] ? text.second : letter(chosen[1])]}
          rows={pairedMoves(first, second).map(({ from, to, firstPence, secondPence }) => ({
            id: `${from}>${to}`, name: words.suggestions.blocked(find.describe(from), find.describe(to)),
            figures: [firstPence, secondPence].map((pence) => (pence === null ? text.none : formatPounds(pence))),
          }))}
        />
      )}
    </>
  );
}

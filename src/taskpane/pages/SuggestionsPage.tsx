// Suggestions: pressures, the virements that close them under the rules, what stays open and why, and how much could move.
import { useMemo } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { lineFinder } from "../../app/selectors/lines";
import { agencyFlexibility, allInWorkbook, isProvenBest, possibleGainPence, pressureTotalPence } from "../../app/selectors/suggestions";
import type { SessionState } from "../../app/state";
import { formatPounds } from "../../core/money/format";
import type { StageProof, Suggestions } from "../../core/virement/types";
import { FlexSummary } from "../components/FlexSummary";
import { Lead } from "../components/Lead";
import { Mark } from "../components/Mark";
import { MoveCard } from "../components/MoveCard";
import { BlockedMoves, Calls, Unclosed } from "../components/NotMoved";
import { Paged } from "../components/Paged";
import { Pressures } from "../components/Pressures";
import { Hint, Section } from "../components/Section";
import { WhatIf } from "../components/WhatIf";
import { useSession } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  cards: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

export function SuggestionsPage({ state }: { readonly state: SessionState }) {
  const session = useSession();
  if (state.suggestions === null) {
    const nothingRead = state.reading === null;
    return (
      <Lead
        title={words.pages.suggestions} sentence={words.suggestions.emptyLead}
        body={<>{words.suggestions.emptyBody}{nothingRead && ` ${words.suggestions.needsReading}`}</>}
        primary={nothingRead ? { label: words.readSheets, run: () => void session.readSheets() } : { label: words.suggestions.look, run: () => void session.suggest() }}
      />
    );
  }
  return <Found suggestions={state.suggestions} state={state} />;
}

function Found({ suggestions, state }: { readonly suggestions: Suggestions; readonly state: SessionState }) {
  const styles = useStyles();
  const session = useSession();
  const find = useMemo(() => lineFinder(state.reading), [state.reading]);
  const agencies = state.pool?.agencies ?? [];
  const flexible = useMemo(
    () => agencyFlexibility(suggestions, find, (state.reading?.agencies ?? []).map((agency) => agency.id)),
    [suggestions, find, state.reading],
  );
  const { moves } = suggestions;
  const pressurePence = pressureTotalPence(suggestions);
  const kept = moves.length > 0 && allInWorkbook(moves, state.virements);
  const look = { label: words.suggestions.lookAgain, run: () => void session.suggest() };
  const put = { label: words.suggestions.put, run: () => void session.writeSuggestions() };
  const review = { label: words.suggestions.goToReview, run: () => session.openPage("review") };
  const primary = moves.length === 0 ? look : kept ? review : put;
  return (
    <>
      <Lead
        title={words.pages.suggestions}
        sentence={pressurePence === 0 ? words.suggestions.noPressure
          : words.suggestions.lead(moves.length, formatPounds(suggestions.closedPence), formatPounds(pressurePence))}
        body={<>
          {suggestions.acrossOutcomes && !kept && <Mark tone="ask">{words.suggestions.notKept}</Mark>}
          <Hint>{proofWords(suggestions.proof.stages)} {words.suggestions.decisionDate(suggestions.decisionDate)}</Hint>
          {primary === put && <Hint>{words.suggestions.putHint}</Hint>}
        </>}
        primary={primary} others={primary === look ? [] : [look]}
      />
      <Section title={words.suggestions.pressuresTitle}><Pressures suggestions={suggestions} find={find} /></Section>
      <WhatIf suggestions={suggestions} kept={kept} />
      {moves.length > 0 && (
        <Section title={words.suggestions.movesTitle}>
          <div className={styles.cards}>
            <Paged
              items={moves}
              each={(move) => (
                <MoveCard
                  key={move.id} move={move} find={find} agencies={agencies}
                  left={suggestions.unclosed.find((unclosed) => unclosed.line === move.to) ?? null}
                />
              )}
            />
          </div>
        </Section>
      )}
      <Unclosed suggestions={suggestions} find={find} />
      <Calls suggestions={suggestions} find={find} />
      <BlockedMoves suggestions={suggestions} find={find} />
      <Section title={words.suggestions.flexTitle} hint={words.suggestions.flexLead}><FlexSummary agencies={flexible} find={find} /></Section>
    </>
  );
}

function proofWords(stages: readonly StageProof[]): string {
  if (isProvenBest(stages)) return words.suggestions.proven;
  const gain = possibleGainPence(stages);
  return gain === null || gain === 0 ? words.suggestions.notProven : words.suggestions.within(formatPounds(gain));
}

// Suggestions: pressures, the virements that close them under the rules, what stays open and why, and how much could move.
import { useMemo, useState } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { lineFinder } from "../../app/selectors/lines";
import { setsBeside } from "../../app/selectors/setPairs";
import { filterChoices, filtered, NO_FILTER } from "../../app/selectors/moveFilter";
import { agencyFlexibility, allInWorkbook, isProvenBest, possibleGainPence, pressureTotalPence } from "../../app/selectors/suggestions";
import { whatIfsInForce } from "../../app/selectors/whatIf";
import type { SessionState } from "../../app/state";
import { formatPounds } from "../../core/money/format";
import { suggestionIssues } from "../../core/virement/suggestionIssues";
import type { StageProof, Suggestions } from "../../core/virement/types";
import { CentralMoney } from "../components/CentralMoney";
import { DecisionDate } from "../components/DecisionDate";
import { FlexSummary } from "../components/FlexSummary";
import { IssueList } from "../components/IssueList";
import { Lead } from "../components/Lead";
import { Mark } from "../components/Mark";
import { MoveCard } from "../components/MoveCard";
import { BlockedMoves, Calls, Unclosed } from "../components/NotMoved";
import { Paged } from "../components/Paged";
import { Pressures } from "../components/Pressures";
import { Hint, Section } from "../components/Section";
import { SuggestionFilters } from "../components/SuggestionFilters";
import { WhatIf } from "../components/WhatIf";
import { WholeSetsCompare } from "../components/WholeSetsCompare";
import { useSession } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  cards: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

export function SuggestionsPage({ state }: { readonly state: SessionState }) {
  const { suggestions } = state;
  // The date stays the same field whether there are suggestions or not, so that the keyboard stays in it when they are dropped.
  return (
    <>
      {suggestions === null ? <NothingFound state={state} /> : <Standing suggestions={suggestions} state={state} />}
      {state.reading !== null && <DecisionDate />}
      {suggestions !== null && <Found suggestions={suggestions} state={state} />}
    </>
  );
}

function NothingFound({ state }: { readonly state: SessionState }) {
  const session = useSession();
  const { emptyLead, emptyBody, needsReading, notLookedFor, nextIsLooking, look } = words.suggestions;
  const title = words.pages.suggestions;
  if (state.reading === null) {
    return <Lead title={title} sentence={emptyLead} body={`${emptyBody} ${needsReading}`} primary={{ label: words.readSheets, run: () => void session.readSheets() }} />;
  }
  return (
    <Lead
      title={title} sentence={notLookedFor(state.decisionDate)} body={`${nextIsLooking} ${emptyBody}`}
      primary={{ label: look, run: () => void session.suggest() }}
    />
  );
}

interface FoundProps {
  readonly suggestions: Suggestions;
  readonly state: SessionState;
}

function Standing({ suggestions, state }: FoundProps) {
  const session = useSession();
  const { moves } = suggestions;
  const pressurePence = pressureTotalPence(suggestions);
  const kept = areKept(suggestions, state);
  const look = { label: words.suggestions.lookAgain, run: () => void session.suggest() };
  const put = { label: words.suggestions.put, run: () => void session.writeSuggestions() };
  const review = { label: words.suggestions.goToReview, run: () => session.openPage("review") };
  const primary = moves.length === 0 ? look : kept ? review : put;
  return (
    <Lead
      title={words.pages.suggestions}
      sentence={pressurePence === 0 ? words.suggestions.noPressure
        : words.suggestions.lead(moves.length, formatPounds(suggestions.closedPence), formatPounds(pressurePence))}
      body={<>
        {!kept && whatIfsInForce(suggestions).length > 0 && <Mark tone="ask">{words.suggestions.notKept}</Mark>}
        <Hint>{proofWords(suggestions.proof.stages)} {words.suggestions.decisionDate(suggestions.decisionDate)}</Hint>
        {primary === put && <Hint>{words.suggestions.putHint}</Hint>}
      </>}
      primary={primary} others={primary === look ? [] : [look]}
    />
  );
}

function Found({ suggestions, state }: FoundProps) {
  const styles = useStyles();
  const find = useMemo(() => lineFinder(state.reading), [state.reading]);
  const agencies = state.pool?.agencies ?? [];
  const flexible = useMemo(
    () => agencyFlexibility(suggestions, find, (state.reading?.agencies ?? []).map((agency) => agency.id)),
    [suggestions, find, state.reading],
  );
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = useMemo(() => filtered(suggestions, filter, find), [suggestions, filter, find]);
  const { moves } = shown;
  const sets = setsBeside(suggestions, state.wholeSets);
  const issues = useMemo(() => suggestionIssues(suggestions), [suggestions]);
  return (
    <>
      {issues.length > 0 && <Section title={words.suggestions.issuesTitle}><IssueList issues={issues} /></Section>}
      <SuggestionFilters filter={filter} choices={filterChoices(suggestions, find)} find={find} shown={moves.length} total={suggestions.moves.length} onChange={setFilter} />
      <Section title={words.suggestions.pressuresTitle}><Pressures suggestions={{ ...suggestions, pressures: shown.pressures }} find={find} /></Section>
      <WhatIf open={areKept(suggestions, state) ? [] : whatIfsInForce(suggestions)} />
      {moves.length > 0 && (
        <Section title={words.suggestions.movesTitle}>
          <div className={styles.cards}>
            <Paged
              items={moves}
              each={(move) => <MoveCard key={move.id} move={move} find={find} agencies={agencies} suggestions={suggestions} />}
            />
          </div>
        </Section>
      )}
      <WholeSetsCompare sets={sets} find={find} />
      <Unclosed suggestions={{ ...suggestions, unclosed: shown.unclosed }} find={find} />
      <Calls suggestions={suggestions} find={find} />
      <BlockedMoves suggestions={suggestions} find={find} />
      {state.beside !== null && <CentralMoney beside={state.beside} find={find} />}
      <Section title={words.suggestions.flexTitle} hint={words.suggestions.flexLead}><FlexSummary agencies={flexible} find={find} /></Section>
    </>
  );
}

function areKept({ moves }: Suggestions, { virements }: SessionState): boolean {
  return moves.length > 0 && allInWorkbook(moves, virements);
}

function proofWords(stages: readonly StageProof[]): string {
  if (isProvenBest(stages)) return words.suggestions.proven;
  const gain = possibleGainPence(stages);
  return gain === null || gain === 0 ? words.suggestions.notProven : words.suggestions.within(formatPounds(gain));
}

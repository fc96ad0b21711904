// Review: the virements that wait for a decision, who decides, and the preview before anything is applied.
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lineFinder } from "../../app/selectors/lines";
import { isWaiting, NO_REVIEW_FILTER, reviewCounts, reviewItems } from "../../app/selectors/review";
import type { SessionState } from "../../app/state";
import { formatPounds } from "../../core/money/format";
import { DraftSection } from "../components/DraftSection";
import { Lead, type Action } from "../components/Lead";
import { Paged } from "../components/Paged";
import { ReviewFilters } from "../components/ReviewFilters";
import { PersonField } from "../components/PersonField";
import { acceptId, ReviewCard } from "../components/ReviewCard";
import { Hint } from "../components/Section";
import { useSession } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  cards: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalM },
  settings: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalM },
  person: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between" },
});

export function ReviewPage({ state }: { readonly state: SessionState }) {
  const session = useSession();
  if (state.virements.length === 0) {
    const nothingRead = state.reading === null;
    return (
      <>
        <Lead
          title={words.pages.review} sentence={words.review.emptyLead}
          body={<>{words.review.emptyBody}{nothingRead && ` ${words.suggestions.needsReading}`}</>}
          primary={nothingRead ? { label: words.readSheets, run: () => void session.readSheets() }
            : { label: words.review.goToSuggestions, run: () => session.openPage("suggestions") }}
        />
        <DraftSection state={state} />
      </>
    );
  }
  return <Waiting state={state} />;
}

function Waiting({ state }: { readonly state: SessionState }) {
  const styles = useStyles();
  const session = useSession();
  const [filter, setFilter] = useState(NO_REVIEW_FILTER);
  const [naming, setNaming] = useState(state.person === "");
  const nameInput = useRef<HTMLInputElement>(null);
  const find = useMemo(() => lineFinder(state.reading), [state.reading]);
  const all = useMemo(() => reviewItems(state.virements, find), [state.virements, find]);
  const items = useMemo(() => reviewItems(state.virements, find, filter), [state.virements, find, filter]);
  const counts = reviewCounts(items);
  const askName = (): void => {
    flushSync(() => setNaming(true));
    nameInput.current?.focus();
  };
  const nextWaiting: Action = {
    label: words.review.nextWaiting,
    run: () => {
      const next = items.find((item) => isWaiting(item.virement));
      if (next !== undefined) document.getElementById(acceptId(next.virement.id))?.focus();
    },
  };
  const ready = items.filter((item) => item.virement.decision === "accepted" && item.virement.state === "suggested").map((item) => item.virement.id);
  const preview: Action = { label: words.review.previewAll(ready.length), run: () => void session.previewApply(ready) };
  const register: Action = { label: words.review.seeRegister, run: () => session.openPage("register") };
  const next = counts.waiting > 0 ? nextWaiting : ready.length > 0 ? preview : register;
  return (
    <>
      <ReviewLead sentence={words.review.lead(counts)} next={next} others={next === nextWaiting && ready.length > 0 ? [preview] : []} naming={naming} />
      <div className={styles.settings}>
        {naming ? <PersonField person={state.person} inputRef={nameInput} onKept={() => setNaming(false)} /> : (
          <div className={styles.person}>
            <Hint>{words.review.personIs(state.person)}</Hint>
            <Button size="small" appearance="subtle" onClick={askName}>{words.review.changePerson}</Button>
          </div>
        )}
        <ReviewFilters all={all} filter={filter} find={find} onFilter={setFilter} />
        {ready.length > 0 && <Hint>{words.review.acceptedTotal(formatPounds(counts.acceptedPence))}</Hint>}
        <DraftSection state={state} />
      </div>
      <div className={styles.cards}>
        {items.length === 0 ? <Hint>{words.review.nobodyHere}</Hint>
          : <Paged items={items} each={(item) => <ReviewCard key={item.virement.id} item={item} find={find} onNoPerson={askName} />} />}
      </div>
    </>
  );
}

interface ReviewLeadProps {
  readonly sentence: string;
  readonly next: Action;
  readonly others: readonly Action[];
  readonly naming: boolean;
}

/** While the name is asked for, its own button is the page's primary one. */
function ReviewLead({ sentence, next, others, naming }: ReviewLeadProps) {
  if (!naming) return <Lead title={words.pages.review} sentence={sentence} primary={next} others={others} />;
  return <Lead title={words.pages.review} sentence={sentence} body={words.review.personNeeded} primary={null} others={[next, ...others]} />;
}

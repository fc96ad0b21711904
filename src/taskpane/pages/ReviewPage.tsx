// Review: the virements that wait for a decision, who decides, and the preview before anything is applied.
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { lineFinder } from "../../app/selectors/lines";
import { agenciesConcerned, isWaiting, reviewCounts, reviewItems } from "../../app/selectors/review";
import type { SessionState } from "../../app/state";
import { formatPounds } from "../../core/money/format";
import { Lead, type Action } from "../components/Lead";
import { Paged } from "../components/Paged";
import { PersonField } from "../components/PersonField";
import { acceptId, ReviewCard } from "../components/ReviewCard";
import { Hint } from "../components/Section";
import { useSession } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  cards: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalM },
  // A long agency's name must not make the list wider than the pane.
  filter: { minWidth: 0, "& select": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
  settings: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalM },
  person: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between" },
});

export function ReviewPage({ state }: { readonly state: SessionState }) {
  const session = useSession();
  if (state.virements.length === 0) {
    const nothingRead = state.reading === null;
    return (
      <Lead
        title={words.pages.review} sentence={words.review.emptyLead}
        body={<>{words.review.emptyBody}{nothingRead && ` ${words.suggestions.needsReading}`}</>}
        primary={nothingRead ? { label: words.readSheets, run: () => void session.readSheets() }
          : { label: words.review.goToSuggestions, run: () => session.openPage("suggestions") }}
      />
    );
  }
  return <Waiting state={state} />;
}

function Waiting({ state }: { readonly state: SessionState }) {
  const styles = useStyles();
  const session = useSession();
  const [agency, setAgency] = useState<string | null>(null);
  const [naming, setNaming] = useState(state.person === "");
  const nameInput = useRef<HTMLInputElement>(null);
  const find = useMemo(() => lineFinder(state.reading), [state.reading]);
  const all = useMemo(() => reviewItems(state.virements, find, null), [state.virements, find]);
  const [text, setText] = useState("");
  const items = useMemo(() => reviewItems(state.virements, find, agency, text), [state.virements, find, agency, text]);
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
        <Field label={words.review.filterLabel}>
          <Select className={styles.filter} value={agency ?? ""} onChange={(_, data) => setAgency(data.value === "" ? null : data.value)}>
            <option value="">{words.review.everyAgency}</option>
            {agenciesConcerned(all, find).map((id) => <option key={id} value={id}>{find.agencyName(id)}</option>)}
          </Select>
        </Field>
        <Field label={words.review.findLabel}>
          <Input value={text} onChange={(_, data) => setText(data.value)} />
        </Field>
        {ready.length > 0 && <Hint>{words.review.acceptedTotal(formatPounds(counts.acceptedPence))}</Hint>}
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

// For the treasurer: who is waited on, what all open virements together would do, and what would stop them.
import { useMemo } from "react";
import { Button } from "@fluentui/react-components";
import { treasurerView } from "../../app/selectors/treasurer";
import type { SessionState } from "../../app/state";
import { useSession } from "../useSession";
import { words } from "../words/words";
import { Mark } from "./Mark";
import { Money } from "./Money";
import { Row, Rows } from "./Row";
import { Hint, Section } from "./Section";

export function DecisionsWaiting({ state }: { readonly state: SessionState }) {
  const session = useSession();
  const { reading, books, virements, register, notFollowed, decisionDate } = state;
  const view = useMemo(() => (reading === null || books === null ? null : treasurerView({ reading, books, virements, register, notFollowed }, decisionDate)), [reading, books, virements, register, notFollowed, decisionDate]);
  if (view === null) return null;
  const says = words.review.treasurer;
  return (
    <Section title={says.title} hint={says.lead(view.open)}>
      <Rows>
        {view.waitedOn.map(({ approver, virements: number, pence }) => (
          <Row key={approver} label={says.waitsOn(approver === "" ? says.anyone : approver, number)}><Money pence={pence} /></Row>
        ))}
        <Row label={says.together} strong><Money pence={view.openPence} strong /></Row>
        <Row label={says.overNow}><Money pence={view.overNowPence} /></Row>
        <Row label={says.overThen}><Money pence={view.overThenPence} /></Row>
      </Rows>
      {view.failing.length === 0 ? <Hint>{says.noneFails}</Hint> : (
        <>
          <Mark tone="bad">{says.fails(view.failing.length)}</Mark>
          {view.failing.map((sentence) => <Hint key={sentence}>{sentence}</Hint>)}
        </>
      )}
      <div><Button size="small" onClick={() => session.openPage("review")}>{says.goToReview}</Button></div>
    </Section>
  );
}

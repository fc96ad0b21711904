// What people ask beside the suggestions, and no suggestion uses: central money decided locally, and substitutions that were proposed.
import { useState } from "react";
import { Field, makeStyles, Switch } from "@fluentui/react-components";
import type { AskedBeside } from "../../app/askedBeside";
import type { LineFinder } from "../../app/selectors/lines";
import { formatPounds } from "../../core/money/format";
import { words } from "../words/words";
import { Mark } from "./Mark";
import { Money } from "./Money";
import { Row, Rows } from "./Row";
import { Hint, Section } from "./Section";

const useStyles = makeStyles({ text: { margin: 0, overflowWrap: "anywhere" } });

export function CentralMoney({ beside, find }: { readonly beside: AskedBeside; readonly find: LineFinder }) {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  const { localist, substitutions } = beside;
  const text = words.suggestions.beside;
  if (localist.extra.length === 0 && substitutions.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint}>
      {localist.extra.length > 0 && (
        <Field hint={text.centralHint}><Switch label={text.central} checked={shown} onChange={(_, data) => setShown(data.checked)} /></Field>
      )}
      {shown && (
        <>
          <Mark tone="ask">{text.notUnderRules}</Mark>
          <Rows>
            {localist.extra.map(({ lineId, pence }) => <Row key={lineId} label={find.describe(lineId)}><Money pence={pence} /></Row>)}
            <Row label={text.extra} strong><Money pence={localist.totalPence} /></Row>
          </Rows>
        </>
      )}
      {substitutions.map(({ proposal, allowed, conditions, approval, warnings }, i) => (
        <div key={i}>
          <p className={styles.text}>{text.swap(formatPounds(proposal.amountPence), proposal.fund, find.describe(proposal.line), find.describe(proposal.to))}</p>
          <Mark tone={allowed ? "good" : "bad"}>{allowed ? text.allowed(approval.approver) : text.refused(conditions.filter((condition) => !condition.met).map((condition) => condition.words).join("; "))}</Mark>
          {warnings.map((warning) => <Hint key={warning}>{warning}</Hint>)}
        </div>
      ))}
    </Section>
  );
}

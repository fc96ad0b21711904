// Register: what was applied, when, by whom as stated, old -> new; whether its chain holds; and the way back.
import { useMemo, useState } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lineFinder, unitOfPence, type LineFinder } from "../../app/selectors/lines";
import { amountText } from "../../app/selectors/preview";
import type { RegisterCheck, SessionState } from "../../app/state";
import { UNIT_LABEL } from "../../core/money/unit";
import type { RegisterRow } from "../../core/virement/life";
import { PURSE_SHEETS } from "../../core/writing/sheetNames";
import { CellLink } from "../components/CellLink";
import { Lead } from "../components/Lead";
import { Mark } from "../components/Mark";
import { Money } from "../components/Money";
import { ReasonForm } from "../components/ReasonForm";
import { Row, Rows } from "../components/Row";
import { Hint } from "../components/Section";
import { registerGroups } from "../../app/selectors/register";
import { useSession } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  group: { marginTop: tokens.spacingVerticalL },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  row: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  broken: {
    borderInlineStartWidth: "3px", borderInlineStartStyle: "solid", borderInlineStartColor: tokens.colorStatusDangerBorderActive,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  values: { fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  text: { margin: 0, overflowWrap: "anywhere" },
});

function registerSentence({ brokenAtRow, unregistered }: RegisterCheck, rows: number): string {
  if (brokenAtRow !== null) return words.register.broken(rows, brokenAtRow + 1);
  return unregistered === null ? words.register.intact(rows) : words.register.unregistered(unregistered);
}

export function RegisterPage({ state }: { readonly state: SessionState }) {
  const styles = useStyles();
  const session = useSession();
  const find = useMemo(() => lineFinder(state.reading), [state.reading]);
  const [asking, setAsking] = useState<string | null>(null);
  const { register, registerCheck } = state;
  if (register.length === 0 && registerCheck.unregistered === null) {
    return (
      <Lead
        title={words.pages.register} sentence={words.register.emptyLead} body={words.register.emptyBody}
        primary={{ label: words.register.goToReview, run: () => session.openPage("review") }}
      />
    );
  }
  const broken = registerCheck.brokenAtRow;
  const show = (): void => void session.showCell({ file: null, sheet: PURSE_SHEETS.register, address: "A1" });
  return (
    <>
      <Lead
        title={words.pages.register}
        sentence={registerSentence(registerCheck, register.length)}
        body={<Hint>{words.register.checkHint}</Hint>}
        primary={{ label: words.register.showSheet, run: show }}
        others={[{ label: words.register.writeJournal, run: () => void session.writeJournal() }]}
      />
      {registerGroups(register, state.virements).map((group) => (
        <section key={group.virementId} className={styles.group} aria-label={group.virementId}>
          <div className={styles.head}>
            <h2 className={styles.title}>{group.virementId}</h2>
            {group.revertable && (
              <Button
                size="small" disabledFocusable={state.job !== null} aria-label={words.register.revertName(group.virementId)}
                aria-expanded={asking === group.virementId} onClick={() => setAsking(group.virementId)}
              >
                {words.register.revert}
              </Button>
            )}
          </div>
          {group.revertable && asking === group.virementId && (
            <ReasonForm
              says={words.register.reversal} onCancel={() => setAsking(null)}
              onReason={(reason) => {
                setAsking(null);
                void session.previewRevert(group.virementId, reason);
              }}
            />
          )}
          {group.rows.map((row) => <OneRow key={row.number} row={row} find={find} broken={broken !== null && register[broken] === row} />)}
        </section>
      ))}
    </>
  );
}

interface OneRowProps {
  readonly row: RegisterRow;
  readonly find: LineFinder;
  readonly broken: boolean;
}

function OneRow({ row, find, broken }: OneRowProps) {
  const styles = useStyles();
  const line = find.line(row.lineId);
  const unit = line === null ? null : unitOfPence(line.source.pencePerUnit);
  const change = words.register.change(amountText(row.before, unit), amountText(row.after, unit));
  return (
    <div className={mergeClasses(styles.row, broken && styles.broken)}>
      {broken && <Mark tone="bad">{words.register.brokenRow}</Mark>}
      <p className={styles.text}>{words.register.action[row.action]}: {find.describe(row.lineId)}</p>
      <Hint>{words.register.by(row.by, row.on)}</Hint>
      <Rows>
        <Row label={words.register.effect}><Money pence={row.amountPence} /></Row>
        {row.address !== "" && (
          <Row label={<CellLink cell={{ file: null, sheet: row.sheet, address: row.address }} />}>
            <span className={styles.values}>{unit === null || unit === "pounds" ? change : words.review.inUnit(change, UNIT_LABEL[unit])}</span>
          </Row>
        )}
      </Rows>
      {row.address === "" && <Hint>{words.targets.byJournal}</Hint>}
      {row.reason !== "" && <Hint>{words.review.reason(row.reason)}</Hint>}
    </div>
  );
}

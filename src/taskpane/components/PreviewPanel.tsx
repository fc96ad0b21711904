// The preview, the same everywhere: every cell old -> new by sheet, what the budgets add to, what stands in the way, then yes or no.
import { useId, useMemo } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { previewSummary } from "../../app/selectors/preview";
import type { Preview, SessionState } from "../../app/state";
import { formatPounds } from "../../core/money/format";
import { NEXT_STEP } from "../useKeepFocus";
import { useSession } from "../useSession";
import { words } from "../words/words";
import { Mark } from "./Mark";
import { Money } from "./Money";
import { Row, Rows } from "./Row";
import { Obstacle, SheetChanges } from "./SheetChanges";
import { Hint, Section } from "./Section";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: {
    margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PreviewPanel({ preview, state }: { readonly preview: Preview; readonly state: SessionState }) {
  const styles = useStyles();
  const session = useSession();
  const sentenceId = useId();
  const summary = useMemo(() => previewSummary(preview, state.reading?.lines ?? []), [preview, state.reading]);
  const blocked = preview.obstacles.length > 0;
  const busy = state.job !== null;
  const difference = summary.differencePence;
  const readAgain = (): void => {
    session.cancelPreview();
    void session.readSheets();
  };
  // A cell that is never written leaves the way by the ledger: the journal holds everything approved.
  const kept = preview.kind === "apply" && preview.obstacles.some(({ kind }) => kind === "formula" || kind === "protected");
  const journal = (): void => {
    session.cancelPreview();
    void session.writeJournal();
  };
  const elsewhere = (): void => {
    session.cancelPreview();
    session.openPage("sources");
  };
  return (
    <div className={styles.panel}>
      <h1 className={styles.title}>{words.review.previewTitle[preview.kind]}</h1>
      <p id={sentenceId} className={styles.sentence}>
        {blocked ? words.review.blockedLead(preview.obstacles.length) : words.review.previewLead[preview.kind](preview.virementIds.length, summary.budgetCells)}
      </p>
      {preview.obstacles.map((obstacle) => <Obstacle key={`${obstacle.change.sheet}!${obstacle.change.address}`} obstacle={obstacle} />)}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={blocked ? readAgain : () => void session.confirmPreview()}>
          {blocked ? words.review.readAgain : words.review.confirm[preview.kind]}
        </Button>
        {/* The keyboard lands here, so that a key pressed twice by mistake writes nothing. */}
        <Button id={NEXT_STEP} aria-describedby={sentenceId} disabledFocusable={busy} onClick={() => session.cancelPreview()}>{words.review.cancel}</Button>
      </div>
      {kept && (
        <>
          <Hint>{words.review.journalInstead}</Hint>
          <Hint>{words.targets.elsewhereHint}</Hint>
          <div className={styles.actions}>
            <Button size="small" disabledFocusable={busy} onClick={journal}>{words.review.writeJournal}</Button>
            <Button size="small" disabledFocusable={busy} onClick={elsewhere}>{words.targets.elsewhere}</Button>
          </div>
        </>
      )}
      {summary.notes.map(({ file, sheet, why, lines }) => <Mark key={`${why} ${file ?? ""} ${sheet}`} tone="ask">{words.targets.notes[why](sheet, lines.length)}</Mark>)}
      {difference !== null && (difference === 0 ? <Hint>{words.review.balanced}</Hint>
        : <Mark tone="ask">{words.review.unbalanced(formatPounds(difference))}</Mark>)}
      {summary.notes.filter(({ why }) => why === "journal").map(({ file, sheet, lines }) => (
        <Section key={`${file ?? ""} ${sheet}`} title={words.targets.journalOf(sheet)}>
          <Rows>{lines.map(({ line, pence }) => <Row key={line.id} label={line.description}><Money pence={pence} /></Row>)}</Rows>
        </Section>
      ))}
      {summary.sheets.filter((sheet) => !sheet.ours).map((sheet) => (
        <Section key={sheet.sheet} title={words.review.cellsOf(sheet.sheet, sheet.cells.length)}><SheetChanges sheet={sheet} /></Section>
      ))}
      <Section title={words.review.oursTitle} hint={words.review.oursHint}>
        {summary.sheets.filter((sheet) => sheet.ours).map((sheet) => <SheetChanges key={sheet.sheet} sheet={sheet} />)}
      </Section>
    </div>
  );
}

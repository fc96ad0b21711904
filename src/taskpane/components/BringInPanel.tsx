// Files looked at: sheet by sheet what would come in, what would change where one came before, and what is refused; then yes or no.
import { useId } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { BringInPreview, SheetChoice } from "../../app/bringIn";
import { NEXT_STEP } from "../useKeepFocus";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { Mark } from "./Mark";
import { Hint, Section } from "./Section";
import { SheetChoiceRow } from "./SheetChoiceRow";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: {
    margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: "anywhere" },
});

export function BringInPanel({ preview }: { readonly preview: BringInPreview }) {
  const styles = useStyles();
  const session = useSession();
  const { job } = useSessionState();
  const sentenceId = useId();
  const busy = job !== null;
  const chosen = preview.choices.filter((choice) => choice.chosen && choice.leftOut === null).length;
  return (
    <div className={styles.panel}>
      <h1 className={styles.title}>{words.bringIn.title}</h1>
      <p id={sentenceId} className={styles.sentence}>{words.bringIn.lead(chosen)}</p>
      <div className={styles.actions}>
        <Button
          id={NEXT_STEP} appearance="primary" aria-describedby={sentenceId} disabledFocusable={busy || chosen === 0}
          onClick={() => void session.confirmBringIn()}
        >
          {words.bringIn.confirm(chosen)}
        </Button>
        <Button disabledFocusable={busy} onClick={() => session.cancelBringIn()}>{words.bringIn.cancel}</Button>
      </div>
      <Hint>{words.bringIn.hint}</Hint>
      {preview.refused.length > 0 && (
        <Section title={words.bringIn.refusedTitle}>
          {preview.refused.map(({ file, sentence, nextStep }, index) => (
            <div key={index}>
              <Mark tone="bad">{file}</Mark>
              <p className={styles.text}>{sentence} {nextStep}</p>
            </div>
          ))}
        </Section>
      )}
      {byFile(preview.choices).map(([file, choices]) => (
        <Section key={choices[0]?.id ?? file} title={words.bringIn.fileTitle(file)}>
          {choices.map((choice) => <SheetChoiceRow key={choice.id} choice={choice} busy={busy} />)}
        </Section>
      ))}
    </div>
  );
}

/** One group a chosen file, also where two chosen files have one name. */
function byFile(choices: readonly SheetChoice[]): [string, SheetChoice[]][] {
  const groups = new Map<string, [string, SheetChoice[]]>();
  for (const choice of choices) {
    const key = choice.id.replace(/:.*$/, "");
    const group = groups.get(key) ?? [choice.file, []];
    group[1].push(choice);
    groups.set(key, group);
  }
  return [...groups.values()];
}

// The switch that lets money move across outcomes: looked for again at once, and marked as not kept while it is only a what-if.
import { Field, makeStyles, mergeClasses, Switch, tokens } from "@fluentui/react-components";
import type { Suggestions } from "../../core/virement/types";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { Mark } from "./Mark";
import { Section } from "./Section";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  box: { paddingInline: tokens.spacingHorizontalS, borderInlineStartWidth: "3px", borderInlineStartStyle: "solid", borderInlineStartColor: tokens.colorNeutralBackground1, [FORCED]: { borderInlineStartColor: "Canvas" } },
  on: { borderInlineStartColor: tokens.colorStatusWarningBorderActive, backgroundColor: tokens.colorStatusWarningBackground1, [FORCED]: { borderInlineStartColor: "Highlight" } },
});

export function WhatIf({ suggestions, kept }: { readonly suggestions: Suggestions; readonly kept: boolean }) {
  const styles = useStyles();
  const session = useSession();
  const { job, options } = useSessionState();
  const open = suggestions.acrossOutcomes && !kept;
  return (
    <Section title={words.suggestions.switchesTitle}>
      <div className={mergeClasses(styles.box, open && styles.on)}>
        <Field hint={words.suggestions.acrossHint}>
          <Switch
            label={words.suggestions.acrossOutcomes} checked={options.acrossOutcomes} disabledFocusable={job !== null}
            onChange={(_, data) => void session.setOptions({ acrossOutcomes: data.checked })}
          />
        </Field>
        {open && <Mark tone="ask">{words.suggestions.notKept}</Mark>}
      </div>
    </Section>
  );
}

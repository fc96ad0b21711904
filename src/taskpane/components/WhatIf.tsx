// The what-if switches: looked for again at once, and each marked as not kept while it is only a what-if.
import { Field, makeStyles, mergeClasses, Switch, tokens } from "@fluentui/react-components";
import { isAskedFor, WHAT_IFS, whatIfChange, type WhatIfId } from "../../app/selectors/whatIf";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { Mark } from "./Mark";
import { Section } from "./Section";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  box: { paddingInline: tokens.spacingHorizontalS, borderInlineStartWidth: "3px", borderInlineStartStyle: "solid", borderInlineStartColor: tokens.colorNeutralBackground1, [FORCED]: { borderInlineStartColor: "Canvas" } },
  on: { borderInlineStartColor: tokens.colorStatusWarningBorderActive, backgroundColor: tokens.colorStatusWarningBackground1, [FORCED]: { borderInlineStartColor: "Highlight" } },
});

/** `open`: the switches that the suggestions shown were found under and that are not in the workbook yet. */
export function WhatIf({ open }: { readonly open: readonly WhatIfId[] }) {
  return <Section title={words.suggestions.switchesTitle}>{WHAT_IFS.map((id) => <OneSwitch key={id} id={id} open={open.includes(id)} />)}</Section>;
}

function OneSwitch({ id, open }: { readonly id: WhatIfId; readonly open: boolean }) {
  const styles = useStyles();
  const session = useSession();
  const { job, options } = useSessionState();
  const { label, hint } = words.suggestions.whatIfs[id];
  return (
    <div className={mergeClasses(styles.box, open && styles.on)}>
      <Field hint={hint}>
        <Switch
          label={label} checked={isAskedFor(id, options)} disabledFocusable={job !== null}
          onChange={(_, data) => void session.setOptions(whatIfChange(id, data.checked))}
        />
      </Field>
      {open && <Mark tone="ask">{words.suggestions.notKept}</Mark>}
    </div>
  );
}

// What can be done with a draft that stands in the workbook: change it, or remove it.
import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ownWords } from "../../app/draft";
import { draftRows } from "../../app/selectors/drafting";
import type { LineFinder } from "../../app/selectors/lines";
import type { BudgetLine } from "../../core/budget/line";
import type { Virement } from "../../core/virement/life";
import { useSession } from "../useSession";
import { words } from "../words/words";
import { DraftForm } from "./DraftForm";

const useStyles = makeStyles({ actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS } });

interface DraftActionsProps {
  readonly virement: Virement;
  readonly lines: readonly BudgetLine[];
  readonly find: LineFinder;
  readonly busy: boolean;
}

export function DraftActions({ virement, lines, find, busy }: DraftActionsProps) {
  const styles = useStyles();
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <DraftForm
        id={virement.id} start={draftRows(virement)} startRecurrence={virement.recurrence} startWhy={ownWords(virement)} lines={lines} find={find} busy={busy} onCancel={() => setOpen(false)}
        onDraft={(draft) => {
          setOpen(false);
          void session.draft(draft);
        }}
      />
    );
  }
  return (
    <div className={styles.actions}>
      <Button size="small" disabledFocusable={busy} aria-label={words.drafting.changeName(virement.id)} onClick={() => setOpen(true)}>{words.drafting.change}</Button>
      <Button size="small" appearance="subtle" disabledFocusable={busy} aria-label={words.drafting.removeDraftName(virement.id)} onClick={() => void session.removeDraft(virement.id)}>{words.drafting.removeDraft}</Button>
    </div>
  );
}

// The way to draft a virement of one's own on the page Review.
import { useMemo, useState } from "react";
import { Button } from "@fluentui/react-components";
import { lineFinder } from "../../app/selectors/lines";
import type { SessionState } from "../../app/state";
import { useSession } from "../useSession";
import { words } from "../words/words";
import { BLANK_ROWS, DraftForm } from "./DraftForm";

export function DraftSection({ state }: { readonly state: SessionState }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const find = useMemo(() => lineFinder(state.reading), [state.reading]);
  const lines = state.reading?.lines ?? [];
  if (lines.length === 0) return null;
  if (!open) return <div><Button size="small" onClick={() => setOpen(true)}>{words.drafting.title}</Button></div>;
  return (
    <DraftForm
      id={null} start={BLANK_ROWS} lines={lines} find={find} busy={state.job !== null} onCancel={() => setOpen(false)}
      onDraft={(draft) => {
        setOpen(false);
        void session.draft(draft);
      }}
    />
  );
}

// The two ways in for files: a button's file dialogue and dropping files on the page; both end in the same look before anything is written.
import { useState, type DragEvent, type ReactNode } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import type { Action } from "./Lead";

const useStyles = makeStyles({
  area: { display: "flex", flexDirection: "column", minHeight: "100%" },
  over: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: "4px" },
  said: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface FileChooserProps {
  /** Draws the page with the button that opens the dialogue. */
  readonly children: (choose: Action) => ReactNode;
}

export function FileChooser({ children }: FileChooserProps) {
  const styles = useStyles();
  const session = useSession();
  const { job } = useSessionState();
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    if (files !== null && files.length > 0 && job === null) void session.bringIn([...files]);
  };
  const drag = (event: DragEvent, inside: boolean): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={mergeClasses(styles.area, over && styles.over)} onDragOver={(event) => drag(event, true)} onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={setInput} type="file" multiple hidden accept=".xlsx,.xlsm,.xls,.csv" data-testid="files" aria-hidden="true" tabIndex={-1}
        onChange={(event) => {
          take(event.target.files);
          // The same file chosen again is a new choice.
          event.target.value = "";
        }}
      />
      {over && <p className={styles.said}>{words.bringIn.dropHere}</p>}
      {children({ label: words.bringIn.button, run: () => input?.click() })}
    </div>
  );
}

// A row that opens: a plain button with its state, and what it opens below it.
import { useId, useState, type ReactNode } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";

const useStyles = makeStyles({
  button: {
    display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXS, width: "100%", textAlign: "left", font: "inherit",
    color: tokens.colorNeutralForeground1, backgroundColor: "transparent", border: "none", cursor: "pointer", minHeight: "32px",
    paddingBlock: tokens.spacingVerticalXS, paddingInline: 0, borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  chevron: { flexShrink: 0, marginTop: "3px" },
  head: { flexGrow: 1, minWidth: 0 },
  body: { paddingInlineStart: tokens.spacingHorizontalXL, paddingBlockEnd: tokens.spacingVerticalS },
  flush: { paddingInlineStart: 0 },
});

interface DisclosureProps {
  readonly head: ReactNode;
  /** Drawn only when open: long lists cost nothing while closed. */
  readonly children: () => ReactNode;
  readonly flush?: boolean;
  readonly startOpen?: boolean;
}

export function Disclosure({ head, children, flush = false, startOpen = false }: DisclosureProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(startOpen);
  const id = useId();
  return (
    <div>
      <button type="button" className={styles.button} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        <span className={styles.chevron} aria-hidden="true">{open ? <ChevronDownRegular /> : <ChevronRightRegular />}</span>
        <span className={styles.head}>{head}</span>
      </button>
      {open && <div id={id} className={mergeClasses(styles.body, flush && styles.flush)}>{children()}</div>}
    </div>
  );
}

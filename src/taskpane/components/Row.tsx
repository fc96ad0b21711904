// A label with its figure at the right, as a row that folds rather than scrolls when the pane is narrow.
import type { ReactNode } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  label: { margin: 0, minWidth: 0, flexGrow: 1, flexShrink: 1, flexBasis: "30%", overflowWrap: "anywhere" },
  figure: { margin: 0, textAlign: "right", marginLeft: "auto" },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** Rows of label and figure, read out as a list of terms. */
export function Rows({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <dl className={styles.list}>{children}</dl>;
}

interface RowProps {
  readonly label: ReactNode;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

export function Row({ label, strong = false, children }: RowProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.row, strong && styles.strong)}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.figure}>{children}</dd>
    </div>
  );
}

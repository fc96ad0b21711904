// A small table of figures with real headings, narrow enough for the pane; its caption is read out, the words above it are seen.
import type { ReactNode } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  caption: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  name: { textAlign: "left", fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere", verticalAlign: "top", paddingBlock: tokens.spacingVerticalXS },
  figure: { textAlign: "right", verticalAlign: "top", paddingInlineStart: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalXS },
  heading: { fontWeight: tokens.fontWeightSemibold, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface FigureTableProps {
  readonly caption: string;
  /** Of the names first, then of each column of figures. */
  readonly headings: readonly [string, ...string[]];
  readonly rows: readonly { readonly id: string; readonly name: ReactNode; readonly figures: readonly ReactNode[] }[];
}

export function FigureTable({ caption, headings, rows }: FigureTableProps) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {headings.map((heading, i) => (
            <th key={heading} scope="col" className={mergeClasses(i === 0 ? styles.name : styles.figure, styles.heading)}>{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={styles.name}>{row.name}</th>
            {row.figures.map((figure, i) => <td key={headings[i + 1]} className={styles.figure}>{figure}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// An amount with its unit in tabular digits, and a variance with its word beside its colour.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { formatPounds } from "../../core/money/format";
import type { Pence } from "../../core/money/pence";
import { words } from "../words/words";

const useStyles = makeStyles({
  figure: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  adverse: { color: tokens.colorPaletteRedForeground1 },
  favourable: { color: tokens.colorPaletteGreenForeground1 },
});

export function Money({ pence, strong = false }: { readonly pence: Pence; readonly strong?: boolean }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.figure, strong && styles.strong)}>{formatPounds(pence)}</span>;
}

/** Forecast less budget: + is adverse. The size and the word; no sign is needed beside the word. */
export function Variance({ pence }: { readonly pence: Pence }) {
  const styles = useStyles();
  if (pence === 0) return <span className={styles.figure}>{words.onBudget}</span>;
  const adverse = pence > 0;
  return (
    <span className={mergeClasses(styles.figure, adverse ? styles.adverse : styles.favourable)}>{varianceWords(pence)}</span>
  );
}

export function varianceWords(pence: Pence): string {
  if (pence === 0) return words.onBudget;
  return `${formatPounds(Math.abs(pence))} ${pence > 0 ? words.adverse : words.favourable}`;
}

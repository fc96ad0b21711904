// A sheet's mark: an icon and its word, never colour alone.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, CircleRegular, ErrorCircleRegular, QuestionCircleRegular } from "@fluentui/react-icons";

const useStyles = makeStyles({
  mark: { display: "inline-flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXXS, fontSize: tokens.fontSizeBase200 },
  icon: { flexShrink: 0, marginTop: "4px" },
  good: { color: tokens.colorStatusSuccessForeground1 },
  ask: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type MarkTone = "good" | "ask" | "bad" | "quiet";

const ICONS = { good: CheckmarkCircleRegular, ask: QuestionCircleRegular, bad: ErrorCircleRegular, quiet: CircleRegular };

export function Mark({ tone, children }: { readonly tone: MarkTone; readonly children: string }) {
  const styles = useStyles();
  const Icon = ICONS[tone];
  return <span className={mergeClasses(styles.mark, styles[tone])}><Icon className={styles.icon} aria-hidden="true" />{children}</span>;
}

// Our own bars: one length beside a figure, or one bar in classes. They only repeat what the words and figures say.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FlexSlice } from "../../app/selectors/suggestions";
import type { FlexClass } from "../../core/flexibility/types";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  bar: { display: "block", width: "100%", height: "8px" },
  track: { fill: tokens.colorNeutralBackground5, [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  value: { fill: tokens.colorBrandBackground, [FORCED]: { fill: "Highlight" } },
  stacked: { height: "14px" },
  swatch: { display: "inline-block", width: "10px", height: "10px", marginInlineEnd: tokens.spacingHorizontalXS, flexShrink: 0 },
  edge: { stroke: tokens.colorNeutralBackground1, strokeWidth: "0.5px" },
});

// In forced colours neighbours differ by the edge between them; the words beside carry the meaning.
const useClassStyles = makeStyles({
  F0: { fill: tokens.colorNeutralForeground3, [FORCED]: { fill: "GrayText" } },
  F1: { fill: tokens.colorPalettePlatinumBorderActive, [FORCED]: { fill: "GrayText" } },
  F2: { fill: tokens.colorPalettePurpleBorderActive, [FORCED]: { fill: "CanvasText" } },
  F3: { fill: tokens.colorPaletteMarigoldBorderActive, [FORCED]: { fill: "CanvasText" } },
  F4: { fill: tokens.colorPaletteTealBorderActive, [FORCED]: { fill: "Highlight" } },
  F5: { fill: tokens.colorPaletteGreenBorderActive, [FORCED]: { fill: "Highlight" } },
} satisfies Record<FlexClass, object>);

/** `share` from 0 to 1. */
export function Bar({ share }: { readonly share: number }) {
  const styles = useStyles();
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100" height="8" />
      <rect className={styles.value} width={100 * Math.min(1, Math.max(0, share))} height="8" />
    </svg>
  );
}

export function StackedBar({ slices }: { readonly slices: readonly FlexSlice[] }) {
  const styles = useStyles();
  const classes = useClassStyles();
  const starts = startsOf(slices);
  return (
    <svg className={mergeClasses(styles.bar, styles.stacked)} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {slices.map((slice, index) => (
        <rect key={slice.class} className={mergeClasses(classes[slice.class], styles.edge)} x={100 * (starts[index] ?? 0)} width={100 * slice.share} height="8" />
      ))}
    </svg>
  );
}

export function Swatch({ flexClass }: { readonly flexClass: FlexClass }) {
  const styles = useStyles();
  const classes = useClassStyles();
  return (
    <svg className={styles.swatch} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <rect className={classes[flexClass]} width="10" height="10" />
    </svg>
  );
}

/** Where each part of the bar begins, from 0 to 1. */
function startsOf(slices: readonly FlexSlice[]): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const slice of slices) {
    starts.push(start);
    start += slice.share;
  }
  return starts;
}

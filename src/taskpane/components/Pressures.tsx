// The pressures, with how much of each the suggested virements would close.
import { makeStyles, tokens } from "@fluentui/react-components";
import { lineCell, type LineFinder } from "../../app/selectors/lines";
import { pressureRows } from "../../app/selectors/suggestions";
import { formatPounds } from "../../core/money/format";
import type { Suggestions } from "../../core/virement/types";
import { words } from "../words/words";
import { Bar } from "./Bars";
import { CellLink } from "./CellLink";
import { Hint } from "./Section";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { overflowWrap: "anywhere" },
  figure: {
    display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center", columnGap: tokens.spacingHorizontalS,
    fontVariantNumeric: "tabular-nums",
  },
});

export function Pressures({ suggestions, find }: { readonly suggestions: Suggestions; readonly find: LineFinder }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {pressureRows(suggestions).map(({ pressure, closedPence, share }) => {
        const line = find.line(pressure.lineId);
        return (
          <li key={pressure.lineId} className={styles.item}>
            <span className={styles.name}>{find.describe(pressure.lineId)}, {find.agencyName(pressure.agency)}</span>
            <Bar share={share} />
            <span className={styles.figure}>
              {line !== null && <CellLink cell={lineCell(line)} />}
              <span>{words.suggestions.pressureClosed(formatPounds(closedPence), formatPounds(pressure.pence))}</span>
            </span>
            {!pressure.addressable && <Hint>{words.suggestions.notAddressable}: {pressure.reason}</Hint>}
          </li>
        );
      })}
    </ul>
  );
}

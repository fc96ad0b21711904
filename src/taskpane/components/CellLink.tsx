// "Show in sheet": from a figure to the cell it came from.
import { Button, makeStyles } from "@fluentui/react-components";
import { TableCellEditRegular } from "@fluentui/react-icons";
import { describeCell, type CellRef } from "../../core/budget/cells";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";

// The button's own padding would set it in from the words above it.
const useStyles = makeStyles({ link: { marginInlineStart: "-8px", minWidth: "auto", "@media (forced-colors: active)": { marginInlineStart: 0 } } });

/** `full` shows the words; otherwise the place alone, with the words for a screen reader. */
export function CellLink({ cell, full = false }: { readonly cell: CellRef; readonly full?: boolean }) {
  const styles = useStyles();
  const session = useSession();
  const { job } = useSessionState();
  const place = describeCell(cell);
  return (
    <Button
      className={styles.link} size="small" appearance="subtle" icon={<TableCellEditRegular />} disabledFocusable={job !== null}
      aria-label={words.showCell(place)} title={words.showCell(place)} onClick={() => void session.showCell(cell)}
    >
      {full ? words.showInSheet : cell.address}
    </Button>
  );
}

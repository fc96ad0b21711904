// "Show in sheet": from a figure to the cell it came from.
import { Button } from "@fluentui/react-components";
import { TableCellEditRegular } from "@fluentui/react-icons";
import { describeCell, type CellRef } from "../../core/budget/cells";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";

/** `full` shows the words; otherwise the place alone, with the words for a screen reader. */
export function CellLink({ cell, full = false }: { readonly cell: CellRef; readonly full?: boolean }) {
  const session = useSession();
  const { job } = useSessionState();
  const place = describeCell(cell);
  return (
    <Button
      size="small" appearance="subtle" icon={<TableCellEditRegular />} disabledFocusable={job !== null}
      aria-label={words.showCell(place)} onClick={() => void session.showCell(cell)}
    >
      {full ? words.showInSheet : cell.address}
    </Button>
  );
}

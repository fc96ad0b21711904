// A sheet's money to the penny: its printed total, the lines read, what was set aside and what the lines do not explain.
import { sheetBalance } from "../../core/reading/balance";
import type { SheetReading } from "../../core/reading/types";
import { useSessionState } from "../useSession";
import { words } from "../words/words";
import { Money } from "./Money";
import { Row, Rows } from "./Row";

export function Balance({ sheet }: { readonly sheet: SheetReading }) {
  const { reading } = useSessionState();
  const balance = reading === null ? null : sheetBalance(sheet, reading.lines);
  if (balance === null) return null;
  const { stage, totalPence, printed, linesPence, setAsidePence, notUnderstoodPence } = balance;
  return (
    <Rows>
      <Row label={words.sources.balance.lines(words.sources.fields[stage])}><Money pence={linesPence} /></Row>
      <Row label={words.sources.balance.setAside}><Money pence={setAsidePence} /></Row>
      <Row label={words.sources.balance.notUnderstood}>{notUnderstoodPence === null ? words.sources.balance.unknown : <Money pence={notUnderstoodPence} />}</Row>
      <Row label={printed.length > 0 ? words.sources.balance.total : words.sources.balance.added} strong>{totalPence === null ? words.sources.balance.noTotal : <Money pence={totalPence} strong />}</Row>
    </Rows>
  );
}

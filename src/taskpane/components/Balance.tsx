// A sheet's money to the penny: its printed total, the lines read, what was set aside and what the lines do not explain.
import { sheetBalance } from "../../app/selectors/sources";
import type { SheetReading } from "../../core/reading/types";
import { useSessionState } from "../useSession";
import { words } from "../words/words";
import { Money } from "./Money";
import { Row, Rows } from "./Row";

export function Balance({ sheet }: { readonly sheet: SheetReading }) {
  const { reading } = useSessionState();
  const balance = reading === null ? null : sheetBalance(sheet, reading.lines);
  if (balance === null) return null;
  const { stage, printedPence, linesPence, setAsidePence, notUnderstoodPence } = balance;
  return (
    <Rows>
      <Row label={words.sources.balance.lines(words.sources.fields[stage])}><Money pence={linesPence} /></Row>
      <Row label={words.sources.balance.setAside}><Money pence={setAsidePence} /></Row>
      <Row label={words.sources.balance.notUnderstood}>{notUnderstoodPence === null ? words.sources.balance.unknown : <Money pence={notUnderstoodPence} />}</Row>
      <Row label={words.sources.balance.total} strong>{printedPence === null ? words.sources.balance.noTotal : <Money pence={printedPence} strong />}</Row>
    </Rows>
  );
}

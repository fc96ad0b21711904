// One sheet opened: how its table is read, its printed totals against ours, and what was set aside and why.
import { Fragment, useMemo } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { checksOfSheet, totalAgrees, type SourceRow } from "../../app/selectors/sources";
import { columnLetters } from "../../core/budget/cells";
import { UNIT_LABEL } from "../../core/money/unit";
import type { PrintedTotal, SetAsideRow, TableMapping } from "../../core/reading/types";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { Balance } from "./Balance";
import { CellLink } from "./CellLink";
import { CorrectTable, SelectedCells } from "./CorrectTable";
import { Controls } from "./Controls";
import { Disclosure } from "./Disclosure";
import { IssueList } from "./IssueList";
import { Money } from "./Money";
import { Row, Rows } from "./Row";
import { Hint } from "./Section";
import { TargetChoice } from "./TargetChoice";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  text: { margin: 0, overflowWrap: "anywhere" },
  total: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

export function SheetDetails({ row }: { readonly row: SourceRow }) {
  const { tables, totals, setAside } = row.sheet;
  const { job, reading } = useSessionState();
  const checks = useMemo(() => (reading === null ? [] : checksOfSheet(reading, row.sheet)), [reading, row.sheet]);
  return (
    <>
      {row.issues.length > 0 && <IssueList issues={row.issues} />}
      {row.issues.some(({ code }) => code === "layout-changed") && <TakeLayout sheet={row.sheet.sheet} busy={job !== null} />}
      <Balance sheet={row.sheet} />
      {tables.map((table, index) => <TableDetails key={index} table={table} position={index + 1} />)}
      {row.sheet.kind === "ignored" && <SelectedCells at={{ sheet: row.sheet.sheet, position: 1 }} busy={job !== null} rangeOnly />}
      {checks.length > 0 && <Disclosure head={words.sources.checks(checks.length, checks.filter(({ result }) => result === "amber" || result === "red").length)}>{() => <Controls controls={checks} />}</Disclosure>}
      {totals.length > 0 && <Disclosure head={`${words.sources.totals} (${totals.length})`}>{() => totals.map((total, index) => <Total key={index} total={total} />)}</Disclosure>}
      {setAside.length > 0 && <Disclosure head={`${words.sources.setAside} (${setAside.length})`}>{() => <SetAside rows={setAside} />}</Disclosure>}
    </>
  );
}

/** The way on after a layout changed: what is read under the new headings stands above, and is taken as it is. */
function TakeLayout({ sheet, busy }: { readonly sheet: string; readonly busy: boolean }) {
  const session = useSession();
  return (
    <div>
      <Button disabledFocusable={busy} onClick={() => void session.correct({ sheet, position: 1 }, { kind: "layout" })}>{words.correct.takeLayout}</Button>
      <Hint>{words.correct.takeLayoutHint}</Hint>
    </div>
  );
}

function TableDetails({ table, position }: { readonly table: TableMapping; readonly position: number }) {
  const styles = useStyles();
  const { reading } = useSessionState();
  const named = table.columns.filter((column) => column.field !== "ignored");
  return (
    <Fragment>
      <p className={styles.text}>{words.sources.heading(table.headerRows)}</p>
      <p className={styles.text}>{words.sources.unit(UNIT_LABEL[table.unit], table.unitReason)}</p>
      <p className={styles.text}>{words.sources.sign(words.sources.signs[table.sign], table.signReason)}</p>
      <Disclosure head={`${words.sources.columns} (${named.length})`}>
        {() => (
          <ul className={styles.list}>
            {named.map((column) => (
              <li key={column.column}>{words.sources.column(columnLetters(column.column), column.heading, words.sources.fields[column.field])}</li>
            ))}
          </ul>
        )}
      </Disclosure>
      {table.corrections !== undefined && (
        <Disclosure head={words.correct.open} flush>
          {() => (
            <CorrectTable
              at={{ sheet: table.sheet, position }} table={table}
              agencyName={reading?.agencies.find(({ id }) => id === table.agency)?.name ?? table.agency ?? ""}
            />
          )}
        </Disclosure>
      )}
      <TargetChoice at={{ sheet: table.sheet, position }} table={table} />
    </Fragment>
  );
}

function Total({ total }: { readonly total: PrintedTotal }) {
  const styles = useStyles();
  const agrees = totalAgrees(total);
  const verdict = { equal: words.sources.equal, differs: words.sources.differs, none: words.sources.nothingToCompare }[agrees];
  return (
    <div className={styles.total}>
      <p className={styles.text}>{total.label}: {verdict}</p>
      <Rows>
        <Row label={words.sources.printed}><Money pence={total.printedPence} /></Row>
        {total.computedPence !== null && <Row label={words.sources.ours}><Money pence={total.computedPence} /></Row>}
      </Rows>
      <CellLink cell={total.cell} />
    </div>
  );
}

function SetAside({ rows }: { readonly rows: readonly SetAsideRow[] }) {
  const styles = useStyles();
  return rows.map((row, index) => (
    <div key={index} className={styles.total}>
      <p className={styles.text}>{words.sources.setAsideRow(row.text, row.why)}</p>
      {row.pence !== null && <Money pence={row.pence} />} <CellLink cell={row.cell} />
    </div>
  ));
}

// Sources: a row a sheet, what was recognised and assumed on it, and the questions that matter most.
import { useMemo } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { readingChanges } from "../../app/selectors/readingChanges";
import { questions, remarks, sourceRows, sourcesSummary, type SheetMark, type SourceRow } from "../../app/selectors/sources";
import type { SessionState } from "../../app/state";
import { snapshotOf } from "../../core/pooling/changes/snapshot";
import type { PartnershipReading } from "../../core/reading/types";
import { BringInPanel } from "../components/BringInPanel";
import { Disclosure } from "../components/Disclosure";
import { IssueList } from "../components/IssueList";
import { FileChooser } from "../components/FileChooser";
import { LineChanges } from "../components/LineChanges";
import { Lead, type Action } from "../components/Lead";
import { Mark, type MarkTone } from "../components/Mark";
import { Hint, Section } from "../components/Section";
import { SheetDetails } from "../components/SheetDetails";
import { useSession } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  sentence: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** Nobody answers a long list: the ones with most money stand first, the rest wait behind a button. */
const ASKED_FIRST = 3;

const TONES: Readonly<Record<SheetMark, MarkTone>> = { agrees: "good", question: "ask", "cannot-read": "bad", agreed: "quiet", "not-used": "quiet" };

export function SourcesPage({ state }: { readonly state: SessionState }) {
  const session = useSession();
  const { bringIn, reading } = state;
  if (bringIn !== null) return <BringInPanel preview={bringIn} />;
  return (
    <FileChooser>
      {(choose) => (reading === null ? (
        <Lead
          title={words.pages.sources} sentence={words.sources.emptyLead} body={<>{words.sources.emptyBody}<Hint>{words.bringIn.emptyHint}</Hint></>}
          primary={{ label: words.readSheets, run: () => void session.readSheets() }}
          others={[choose, { label: words.bringIn.sample, run: () => void session.bringInSample() }]}
        />
      ) : <Read reading={reading} state={state} choose={choose} />)}
    </FileChooser>
  );
}

interface ReadProps {
  readonly reading: PartnershipReading;
  readonly state: SessionState;
  readonly choose: Action;
}

function Read({ reading, state, choose }: ReadProps) {
  const session = useSession();
  const rows = useMemo(() => sourceRows(reading, state.issues), [reading, state.issues]);
  const agreed = rows.filter((row) => row.mark === "agreed");
  const { previousLines, snapshot } = state;
  const changes = useMemo(() => readingChanges(previousLines === null ? snapshot : snapshotOf(previousLines, ""), reading.lines), [previousLines, snapshot, reading.lines]);
  const asked = questions(state.issues);
  const noticed = remarks(state.issues);
  const again = { label: words.sources.readAgain, run: () => void session.readSheets() };
  const seePool = { label: words.sources.seePool, run: () => session.openPage("pool") };
  const found = reading.lines.length > 0;
  return (
    <>
      <Lead
        title={words.pages.sources} sentence={words.sources.lead(sourcesSummary(rows, reading, state.issues))}
        body={changes === null && found ? undefined : <>
          {changes !== null && <Hint>{words.sources.changes(changes)}</Hint>}
          {changes !== null && changes.changes.length > 0 && (
            <Disclosure head={words.sources.whatChanged(changes.newLines + changes.goneLines + changes.changedLines)} flush>
              {() => <LineChanges changes={changes.changes} agencyName={(id) => reading.agencies.find((agency) => agency.id === id)?.name ?? id} />}
            </Disclosure>
          )}
          {!found && words.sources.nothingFound}
        </>}
        primary={found ? seePool : again} others={found ? [again, choose] : [choose]}
      />
      {asked.length > 0 && <Section title={words.sources.questionsTitle}>
        <IssueList issues={asked.slice(0, ASKED_FIRST)} />
        {asked.length > ASKED_FIRST && <Disclosure head={words.sources.furtherQuestions(asked.length - ASKED_FIRST)} flush>{() => <IssueList issues={asked.slice(ASKED_FIRST)} />}</Disclosure>}
      </Section>}
      <Section title={words.sources.sheetsTitle}>
        <div>
          {rows.filter((row) => row.mark !== "agreed").map(sheetRow)}
          {agreed.length > 0 && <Disclosure head={words.sources.agreedSheets(agreed.length)}>{() => agreed.map(sheetRow)}</Disclosure>}
        </div>
      </Section>
      {noticed.length > 0 && (
        <Section title={words.sources.remarksTitle}>
          <Disclosure head={words.sources.remarks(noticed.length)} flush>{() => <IssueList issues={noticed} />}</Disclosure>
        </Section>
      )}
    </>
  );
}

const sheetRow = (row: SourceRow) => <SheetRow key={`${row.sheet.file ?? ""}/${row.sheet.sheet}`} row={row} />;

function SheetRow({ row }: { readonly row: SourceRow }) {
  const styles = useStyles();
  const head = (
    <>
      <span className={styles.head}>
        <span className={styles.name}>{row.sheet.sheet}</span>
        <Mark tone={TONES[row.mark]}>{words.sources.marks[row.mark]}</Mark>
      </span>
      <span className={styles.sentence}>{row.sheet.sentence}</span>
    </>
  );
  return <Disclosure head={head}>{() => <SheetDetails row={row} />}</Disclosure>;
}

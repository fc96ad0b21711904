// Pool: the place's one budget under a lens, its parts, and what the partners still record differently.
import { useMemo, useState } from "react";
import { byAgency, byOutcome, controlCounts, differencesWaiting, largestVariances, placeFigures } from "../../app/selectors/pool";
import { poolPartners } from "../../app/selectors/partners";
import { lineFinder } from "../../app/selectors/lines";
import type { SessionState } from "../../app/state";
import { formatPounds } from "../../core/money/format";
import type { Lens, Pool } from "../../core/pooling/types";
import type { PartnershipReading } from "../../core/reading/types";
import { Controls } from "../components/Controls";
import { DecisionsWaiting } from "../components/DecisionsWaiting";
import { Disclosure } from "../components/Disclosure";
import { Flow } from "../components/Flow";
import { Lead } from "../components/Lead";
import { LensSwitch } from "../components/LensSwitch";
import { ShortLineList } from "../components/LineList";
import { PoolPartnersList } from "../components/PoolPartners";
import { PlaceFigures } from "../components/PlaceFigures";
import { Hint, Section } from "../components/Section";
import { Slices } from "../components/Slices";
import { useSession } from "../useSession";
import { words } from "../words/words";

export function PoolPage({ state }: { readonly state: SessionState }) {
  const session = useSession();
  if (state.pool === null || state.reading === null) {
    return (
      <Lead
        title={words.pages.pool} sentence={words.pool.emptyLead} body={words.pool.emptyBody}
        primary={{ label: words.readSheets, run: () => void session.readSheets() }}
      />
    );
  }
  return <Pooled pool={state.pool} reading={state.reading} state={state} />;
}

interface PooledProps {
  readonly pool: Pool;
  readonly reading: PartnershipReading;
  readonly state: SessionState;
}

function Pooled({ pool, reading, state }: PooledProps) {
  const session = useSession();
  const [lens, setLens] = useState<Lens>("funds");
  const shown = useMemo(() => ({
    place: placeFigures(pool, reading, lens), agencies: byAgency(pool, reading, lens), outcomes: byOutcome(pool, reading, lens),
    variances: largestVariances(pool, reading, lens), find: lineFinder(reading), pools: poolPartners(pool, reading),
  }), [pool, reading, lens]);
  const differences = differencesWaiting(pool);
  const controls = [...reading.controls, ...pool.controls];
  const write = () => void session.writeViews();
  const findSuggestions = () => {
    session.openPage("suggestions");
    if (state.suggestions === null) void session.suggest();
  };
  return (
    <>
      <Lead
        title={words.pages.pool}
        sentence={words.pool.lead(formatPounds(shown.place.budgetPence), words.pool.lenses[lens], pool.agencies.length, differences.length)}
        primary={state.viewsWritten ? { label: words.pool.findSuggestions, run: findSuggestions } : { label: words.pool.writeViews, run: write }}
        others={state.viewsWritten ? [{ label: words.pool.writeAgain, run: write }] : [{ label: words.pool.findSuggestions, run: findSuggestions }]}
      />
      <Section title={words.pool.place}>
        <LensSwitch lens={lens} onChange={setLens} />
        <PlaceFigures figures={shown.place} totals={pool.totals} lens={lens} />
      </Section>
      <DecisionsWaiting state={state} />
      <Section title={words.pool.byAgency}><Slices slices={shown.agencies} title={words.pool.byAgency} /></Section>
      <Section title={words.pool.byOutcome}><Slices slices={shown.outcomes} title={words.pool.byOutcome} /></Section>
      <Section title={words.pool.pressures}>
        {shown.variances.adverse.length === 0 ? <Hint>{words.pool.noPressures}</Hint> : <ShortLineList lines={shown.variances.adverse} only="variance" />}
      </Section>
      <Section title={words.pool.underspends}>
        {shown.variances.favourable.length === 0 ? <Hint>{words.pool.noUnderspends}</Hint> : <ShortLineList lines={shown.variances.favourable} only="variance" />}
      </Section>
      <Section title={words.pool.differences}>
        {differences.length === 0 ? <Hint>{words.pool.noDifferences}</Hint> : differences.map((flow, index) => <Flow key={index} flow={flow} find={shown.find} />)}
      </Section>
      {shown.pools.length > 0 && <Section title={words.pool.partners.title}><PoolPartnersList pools={shown.pools} /></Section>}
      <Section title={words.pool.eliminations}>
        <Disclosure head={words.pool.flows(pool.eliminations.length)}>
          {() => pool.eliminations.map((flow, index) => <Flow key={index} flow={flow} find={shown.find} />)}
        </Disclosure>
      </Section>
      <Section title={words.pool.controls}>
        <Disclosure head={words.pool.controlsLead(controlCounts(controls))}>{() => <Controls controls={controls} />}</Disclosure>
      </Section>
    </>
  );
}

// Published schemes of virement as data, to be assigned to an agency by choice; none is assigned by default.
import type { AgencyId } from "../budget/agency";
import type { Pence } from "../money/pence";
import { shareOf } from "./cumulative";
import type { BodySpending, PercentLimit, SchemeBand, VirementKind, VirementScope } from "./types";

type Band = Pick<SchemeBand, "approver" | "rank"> & {
  /** Whole pounds; the band is over this amount. */
  readonly over?: number;
  /** Whole pounds, included; absent for no upper limit. */
  readonly upTo?: number;
  readonly scopes?: readonly VirementScope[];
  readonly kinds?: readonly VirementKind[];
  readonly from?: string;
  readonly to?: string;
  readonly cumulative?: SchemeBand["cumulative"];
  readonly form?: boolean;
  readonly percent?: PercentLimit;
  readonly heads?: readonly string[];
  readonly notify?: string;
};

export interface PublishedScheme {
  readonly id: string;
  readonly body: string;
  readonly source: string;
  readonly note: string;
  /** Where the bands are told from something else than a published text that states them. */
  readonly verifiedBy?: string;
  readonly bands: readonly Band[];
}

const BLACKPOOL_FREEDOM = "Executive, within the freedom the Council gives for the year";

function upToPercent(of: PercentLimit["of"], percent: number): PercentLimit {
  return { of, overPercent: 0, upToPercent: percent };
}

const CROSSING: readonly VirementScope[] = ["between services", "between directorates"];

export const PUBLISHED_SCHEMES: readonly PublishedScheme[] = [
  {
    id: "OXFORDSHIRE", body: "Oxfordshire County Council", source: "Oxfordshire CC, Current virement arrangements, approved 11 February 2003",
    note: "The limit is for each virement; a permanent one that changes services is the Council's. Transfers from balances count as virements there.",
    bands: [
      { upTo: 250_000, rank: 2, approver: "Director and Head of Finance with executive member" },
      { over: 250_000, rank: 3, approver: "Executive" },
      { rank: 4, approver: "Council", kinds: ["permanent", "policy"] },
      { rank: 4, approver: "Council", scopes: ["capital-revenue"] },
    ],
  },
  {
    id: "WAVERLEY", body: "Comparison of financial regulations published by Waverley Borough Council", source: "Waverley BC, comparison of financial regulations, undated",
    note: "The new rules of the comparison. Its bands leave gaps of under £1 between limits; each band here starts just over the one before.",
    bands: [
      { upTo: 100, rank: 0, approver: "Budget manager notifies", scopes: ["same cost centre", "same service"] },
      { over: 100, upTo: 1_000, rank: 1, approver: "Chief officer or director of finance", scopes: ["same cost centre", "same service"] },
      { over: 1_000, upTo: 5_000, rank: 2, approver: "Management Board", scopes: ["same cost centre", "same service"] },
      { upTo: 5_000, rank: 2, approver: "Management Board", scopes: [...CROSSING, "capital-revenue"] },
      { over: 5_000, upTo: 50_000, rank: 3, approver: "Executive" },
      { over: 50_000, rank: 4, approver: "Council" },
      { upTo: 5_000, rank: 2, approver: "Director of finance", heads: ["carry-forward"] },
      { over: 5_000, rank: 3, approver: "Executive", heads: ["carry-forward"] },
    ],
  },
  {
    id: "BLACKPOOL", body: "Blackpool Council", source: "Blackpool Council constitution, part 4f, 17 September 2015",
    note: "Caps add up for each head and year as shares of the council's net spending, and together as a share of its gross; beyond them, Council. Heads of social services are named by the council.",
    bands: [
      { rank: 3, approver: BLACKPOOL_FREEDOM, cumulative: "per head", heads: ["social services"], percent: upToPercent("net", 0.5) },
      { rank: 3, approver: BLACKPOOL_FREEDOM, cumulative: "per head", heads: ["new"], percent: upToPercent("net", 0.1) },
      { rank: 3, approver: BLACKPOOL_FREEDOM, cumulative: "per head", percent: upToPercent("net", 0.25) },
      { rank: 3, approver: BLACKPOOL_FREEDOM, cumulative: "per year", percent: upToPercent("gross", 1) },
    ],
  },
  {
    id: "WEST-LANCASHIRE", body: "West Lancashire Borough Council", source: "West Lancashire BC, Revision of virement levels, Council 18 October 2023",
    note: "The Policy & Resources Committee took Cabinet's place from May 2024.",
    bands: [
      { upTo: 25_000, rank: 1, approver: "Head of service", from: "2023-10-18" },
      { over: 25_000, upTo: 50_000, rank: 2, approver: "Chief officer or section 151 officer", from: "2023-10-18" },
      { over: 50_000, upTo: 100_000, rank: 3, approver: "Cabinet", from: "2023-10-18", to: "2024-04-30" },
      { over: 50_000, upTo: 100_000, rank: 3, approver: "Policy & Resources Committee", from: "2024-05-01" },
      { over: 100_000, rank: 4, approver: "Council", from: "2023-10-18" },
    ],
  },
  {
    id: "TEIGNBRIDGE", body: "Teignbridge District Council (capital)", source: "Teignbridge DC, Financial instructions amendments (minutes)",
    note: "As amended by the recommendation to Council: £125,000 where £250,000 stood before. A form is needed above £20,000.",
    bands: [
      { upTo: 20_000, rank: 0, approver: "Budget holder", form: false },
      { over: 20_000, upTo: 50_000, rank: 2, approver: "Business lead and chief finance officer, portfolio holder consulted" },
      { over: 50_000, upTo: 125_000, rank: 3, approver: "Portfolio holder" },
      { over: 125_000, upTo: 250_000, rank: 3, approver: "Executive" },
    ],
  },
  {
    id: "FLINTSHIRE", body: "Flintshire County Council", source: "Flintshire CC, Budget virement process, 16 April 2015; Financial Procedure Rules, 22 November 2017",
    note: "The rise to £100,000 is as recommended in November 2017.",
    bands: [
      { upTo: 75_000, rank: 2, approver: "Officers, below Cabinet's threshold", to: "2017-11-30" },
      { over: 75_000, rank: 3, approver: "Cabinet", to: "2017-11-30" },
      { upTo: 100_000, rank: 2, approver: "Officers, below Cabinet's threshold", from: "2017-12-01" },
      { over: 100_000, rank: 3, approver: "Cabinet", from: "2017-12-01" },
    ],
  },
  {
    id: "BATH-NES", body: "Bath & North East Somerset Council", source: "Bath & NE Somerset, Revenue virements schedules, 2003 to 2006",
    note: "Between services or portfolios, or over £50,000, the Executive approves; others are reported for information.",
    bands: [
      { upTo: 50_000, rank: 2, approver: "Officers, reported for information", notify: "Executive, for information", scopes: ["same cost centre", "same service"] },
      { rank: 3, approver: "Executive", scopes: CROSSING },
      { over: 50_000, rank: 3, approver: "Executive" },
    ],
  },
  {
    id: "VALE-WHITE-HORSE", body: "Vale of White Horse District Council", source: "Vale of White Horse DC, Financial monitoring, 10 October 2007",
    note: "What was published is decisions, not limits: the Executive approved four of together £99,700 and £7,000 was delegated; permanent adjustments of £89,030 were handled apart. The rows are the strictest that fit these.",
    verifiedBy: "told from published decisions: check before use",
    bands: [
      { upTo: 7_000, rank: 2, approver: "Officers, as £7,000 was delegated", kinds: ["technical", "one-off"] },
      { over: 7_000, rank: 3, approver: "Executive", kinds: ["technical", "one-off"] },
      { rank: 3, approver: "Executive, as a permanent adjustment apart from virements", kinds: ["permanent", "policy"] },
    ],
  },
  {
    id: "SOUTH-LAKELAND", body: "South Lakeland District Council", source: "South Lakeland DC, carry-forward rules, 2020",
    note: "What was found is about carrying money forward: over £100,000 goes to full Council. No limits of virement were found, so that the governing body decides everything else.",
    bands: [
      { rank: 4, approver: "Council, as no limits of virement were found" },
      { over: 100_000, rank: 4, approver: "Council", heads: ["carry-forward"] },
    ],
  },
  {
    id: "LINCOLNSHIRE", body: "Lincolnshire County Council", source: "Lincolnshire CC, Revenue and capital budget monitoring 2017/18, Executive 6 February 2018",
    note: "Between strategies the Executive recommends and full Council decides.",
    bands: [{ rank: 4, approver: "Council, on the Executive's recommendation", scopes: CROSSING, kinds: ["policy", "permanent"] }],
  },
];

/** The bands of a published scheme as rows for one agency; throws RangeError for an unknown scheme id, or for a share of spending that is not given. */
export function bandsFor(schemeId: string, agency: AgencyId, spending: BodySpending = { netPence: null, grossPence: null }): SchemeBand[] {
  const scheme = PUBLISHED_SCHEMES.find((candidate) => candidate.id === schemeId);
  if (scheme === undefined) throw new RangeError(`There is no published scheme "${schemeId}".`);
  return scheme.bands.map((band, i) => ({
    id: `${agency}-S${i + 1}`, agency, jurisdiction: "*", from: band.from ?? null, to: band.to ?? null,
    scopes: band.scopes ?? "*", kinds: band.kinds ?? "*", ...limitsOf(band, spending),
    cumulative: band.cumulative ?? "none", approver: band.approver, rank: band.rank, form: band.form ?? true,
    source: scheme.source, verifiedBy: scheme.verifiedBy ?? "published text", cell: null, ...(band.heads === undefined ? {} : { heads: band.heads }), ...(band.notify === undefined ? {} : { notify: band.notify }),
  }));
}

function limitsOf({ percent, over, upTo }: Band, spending: BodySpending): Pick<SchemeBand, "overPence" | "upToPence" | "percent" | "spending"> {
  if (percent === undefined) return { overPence: (over ?? 0) * 100, upToPence: upTo === undefined ? null : upTo * 100 };
  const base: Pence | null = percent.of === "gross" ? spending.grossPence : spending.netPence;
  if (base === null) throw new RangeError(`A limit is a share of the body's ${percent.of} spending, which is not given.`);
  return { overPence: shareOf(base, percent.overPercent), upToPence: percent.upToPercent === null ? null : shareOf(base, percent.upToPercent), percent, spending };
}

/** A row still to be filled in: no limit and no approver was found in any published scheme of such a body. */
export function emptyBand(agency: AgencyId, source: string): SchemeBand {
  return {
    id: `${agency}-S1`, agency, jurisdiction: "*", from: null, to: null, scopes: "*", kinds: "*", overPence: 0, upToPence: null,
    cumulative: "none", approver: "", rank: 4, form: true, source, verifiedBy: "not found: enter your own scheme", cell: null,
  };
}

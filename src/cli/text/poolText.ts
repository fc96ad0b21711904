// What `pool` says to people: the place's totals with nothing counted twice, each agency, and where partners differ.
import type { Consolidation } from "../../app/consolidate";
import type { Elimination } from "../../core/pooling/types";
import { formatPounds } from "../../core/money/format";
import { financialYearWords } from "../../core/pooling/realTerms/financialYear";
import { controlLines, issueSummary } from "./issues";
import { columns, counted } from "./layout";

export function poolText({ reading, pool, issues }: Consolidation): string[] {
  const { totals } = pool;
  const differences = pool.eliminations.filter((flow) => flow.differencePence !== 0);
  return [
    `Pooled ${counted(reading.agencies.length, "agency", "agencies")}, ${counted(reading.lines.length, "line")}. Expenditure +, income −; nothing is counted twice.`,
    "",
    ...columns(
      [
        ["Gross expenditure", formatPounds(totals.grossPence)],
        ["Income from outside", formatPounds(totals.incomePence)],
        ["Net (who funds)", formatPounds(totals.netPence)],
        ["Delivery (who spends)", formatPounds(totals.deliveryPence)],
        ["Paid between partners, taken out", formatPounds(totals.eliminatedPence)],
        ["Differences between partners, net", formatPounds(totals.unmatchedPence)],
        ["Forecast against budget", withDirection(totals.variancePence)],
      ],
      [1],
    ),
    "",
    ...columns(
      [
        ["Agency", "Net (funds)", "Delivery (spends)", "Forecast against budget"],
        ...pool.agencies.map((row) => [nameOf(reading, row.agency), formatPounds(row.netPence), formatPounds(row.deliveryPence), withDirection(row.variancePence)]),
      ],
      [1, 2, 3],
    ),
    ...(differences.length === 0 ? [] : ["", "Where two partners record different amounts:", ...differences.map((flow) => differenceLine(reading, flow))]),
    "",
    ...controlLines([...reading.controls, ...pool.controls]),
    ...issueSummary(issues),
  ];
}

export function nameOf(reading: Consolidation["reading"], agency: string): string {
  return reading.agencies.find(({ id }) => id === agency)?.name ?? agency;
}

function differenceLine(reading: Consolidation["reading"], flow: Elimination): string {
  // Two records of one flow in different years would look alike without their years.
  const year = flow.differenceType === "TIMING" && flow.year !== null ? ` in ${financialYearWords(flow.year)}` : "";
  const scheme = `${flow.scheme === null ? "" : ` for ${flow.scheme}`}${year}`;
  return `  - ${nameOf(reading, flow.payer)} pays ${formatPounds(flow.paymentPence)}${scheme}; ${nameOf(reading, flow.payee)} expects ${formatPounds(-flow.incomePence)}: ${formatPounds(flow.differencePence)} apart.`;
}

/** Meaning in words, never by sign alone. */
function withDirection(pence: number): string {
  if (pence === 0) return "as budgeted";
  return `${formatPounds(Math.abs(pence))} ${pence > 0 ? "adverse" : "favourable"}`;
}

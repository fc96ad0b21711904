// Lines under "Funded by" beside one that is known as funding (a precept, council tax) are funding too, whatever they are called.
import type { BudgetLine } from "../../budget/line";
import { fold } from "../words/cellText";

const FUNDED = /^(to be )?(funded|financed|met) (by|from)\b|^(sources? of )?(funding|finance|financing)( sources?)?$|^financing of\b/;

/** The lines, with external income that stands in such a block taken as funding below the line; what somebody coded stays as coded. */
export function withFunding(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  const known = new Map<string, BudgetLine>();
  for (const line of lines) {
    const key = blockOf(line);
    if (key !== null && line.nature === "FUNDING_BELOW_LINE" && !known.has(key)) known.set(key, line);
  }
  if (known.size === 0) return lines;
  return lines.map((line) => {
    const key = line.nature === "EXT_INCOME" ? blockOf(line) : null;
    const beside = key === null ? undefined : known.get(key);
    if (beside === undefined || line.evidence.nature?.kind === "coding") return line;
    const { subjectiveGroup, serviceGroup, ...evidence } = line.evidence;
    const coded = (told: typeof subjectiveGroup): boolean => told?.kind === "coding";
    return {
      ...line, nature: "FUNDING_BELOW_LINE" as const, subjectiveGroup: coded(subjectiveGroup) ? line.subjectiveGroup : null, serviceGroup: coded(serviceGroup) ? line.serviceGroup ?? null : null,
      evidence: {
        ...evidence, ...(coded(subjectiveGroup) ? { subjectiveGroup } : {}), ...(coded(serviceGroup) ? { serviceGroup } : {}),
        nature: { kind: "words" as const, reason: `it stands with "${beside.description}" under "${headingOf(line) ?? ""}"`, cell: line.evidence.nature?.cell ?? null },
      },
    };
  });
}

/** The block by its sheet and headings, null for a line that stands under no heading of funding. */
function blockOf(line: BudgetLine): string | null {
  return headingOf(line) === undefined ? null : [line.source.file ?? "", line.source.sheet, ...line.sections].join("\u0001");
}

function headingOf(line: BudgetLine): string | undefined {
  return line.sections.find((section) => FUNDED.test(fold(section)));
}

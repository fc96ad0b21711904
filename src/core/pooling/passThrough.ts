// The pass-through test of a pool: every partner draws what it put in, so that the pool pools nothing (Audit Wales on North Wales, 2020).
import type { AgencyId } from "../budget/agency";
import { budgetPence, type BudgetLine } from "../budget/line";
import type { Issue } from "../issues/issue";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import type { PoolPosition } from "../virement/types";
import { isInPool } from "./poolPart";

export interface PassThroughTest {
  readonly pool: string;
  readonly host: AgencyId;
  /** Partners beside the host that pay in: what they put in, and what the host pays them out of the pool. */
  readonly partners: readonly { readonly agency: AgencyId; readonly contributedPence: Pence; readonly drawnPence: Pence; readonly lineIds: readonly string[] }[];
  /** True when each of them draws what it contributed, within one part in a hundred. */
  readonly passesThrough: boolean;
}

const TOLERANCE_PARTS = 100;

/** By the host's own records. A pool into which nobody but the host pays passes nothing through. */
export function testPassThrough({ pool, host }: Pick<PoolPosition, "pool" | "host">, lines: readonly BudgetLine[]): PassThroughTest {
  const own = lines.filter((line) => line.pool === pool && line.agency === host && isInPool(line) && line.counterparty !== null && line.counterparty !== host);
  const agencies = [...new Set(own.flatMap((line) => line.counterparty ?? []))];
  const partners = agencies.map((agency) => {
    const flows = own.filter((line) => line.counterparty === agency);
    const [received, paid] = [flows.filter((line) => line.nature === "IA_INCOME"), flows.filter((line) => line.nature === "IA_PAYMENT")];
    return { agency, contributedPence: 0 - sumPenceBy(received, budgetPence), drawnPence: sumPenceBy(paid, budgetPence), lineIds: [...received, ...paid].map((line) => line.id) };
  }).filter(({ contributedPence }) => contributedPence > 0);
  const back = ({ contributedPence, drawnPence }: (typeof partners)[number]): boolean => Math.abs(drawnPence - contributedPence) * TOLERANCE_PARTS <= contributedPence;
  return { pool, host, partners, passesThrough: partners.length > 0 && partners.every(back) };
}

export function passThroughIssues(tests: readonly PassThroughTest[], lines: readonly BudgetLine[], nameOf: (agency: AgencyId) => string): Issue[] {
  return tests.filter((test) => test.passesThrough).map(({ pool, partners }): Issue => {
    const first = lines.find((line) => line.id === partners[0]?.lineIds[0]);
    return {
      code: "pass-through-pool", severity: "warning", pence: sumPenceBy(partners, (partner) => partner.contributedPence),
      where: first === undefined ? null : { file: first.source.file, sheet: first.source.sheet, address: first.source.address },
      facts: { pool, partners: partners.map(({ agency, contributedPence, drawnPence }) => `${nameOf(agency)} puts in ${formatPounds(contributedPence)} and draws ${formatPounds(drawnPence)}`).join("; ") },
    };
  });
}

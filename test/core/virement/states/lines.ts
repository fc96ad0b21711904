// Two invented bodies: a council (C…) with two funds on one line, and a health body (N…) that pays the council.
import type { BudgetLine, FundingSplit } from "../../../../src/core/budget/line";

const GEN = (pence: number): FundingSplit => ({ fund: "GEN", ringFence: null, pence });

export function budgetLine(id: string, change: Partial<BudgetLine> = {}): BudgetLine {
  return {
    id, code: id, agency: id[0] ?? "", description: `Line ${id}`, sections: [], nature: "GROSS_EXP", counterparty: null, scheme: null, outcome: "O1",
    clientGroup: null, subjectiveGroup: null, funding: [GEN(5_000_000)], arrangement: "own", pool: null, control: "LOCAL", recurrence: "REC", staffing: false,
    committedPence: null, committedUntil: null, floorPence: null, priority: 1, note: null, originalPence: null, revisedPence: 5_000_000, forecastPence: null,
    actualPence: null, outturnPence: null, evidence: {},
    source: { file: null, sheet: "Sheet", address: "B1", cells: { revised: "B1" }, sign: 1, pencePerUnit: 100 }, ...change,
  };
}

export function partnershipLines(): BudgetLine[] {
  const alloc = [{ fund: "ALLOC", ringFence: null, pence: 5_000_000 }];
  return [
    budgetLine("C1", { funding: [{ fund: "PHG", ringFence: "PHG", pence: 4_950_000 }, GEN(50_000)] }), budgetLine("C2"), budgetLine("C3"),
    budgetLine("C9", { nature: "IA_INCOME", counterparty: "N" }),
    budgetLine("N1", { funding: alloc }), budgetLine("N2", { funding: alloc }), budgetLine("N9", { nature: "IA_PAYMENT", counterparty: "C", funding: alloc }),
  ];
}

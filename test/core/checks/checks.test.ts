// Each control on figures that agree and on figures that do not.
import type { Control } from "../../../src/core/checks/control";
import { checkOutcomes } from "../../../src/core/checks/outcomes";
import { checkPoolIdentity } from "../../../src/core/checks/poolIdentity";
import { checkUnmatched } from "../../../src/core/checks/unmatched";
import { checkViewTotals } from "../../../src/core/checks/viewTotals";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const reading = brackenshireReading();
const pool = poolPartnership(reading);
const controls = (id: string, from: readonly Control[] = pool.controls): Control[] => from.filter((control) => control.id === id);

describe("R2 every agency has its sheet", () => {
  test("green for all eight", () => {
    expect(controls("R2").map((c) => c.result)).toEqual(Array(8).fill("green"));
  });

  test("red without any line, amber without a forecast", () => {
    const { controls: found } = poolPartnership({
      ...reading,
      lines: reading.lines.filter((line) => line.agency !== "FIRE").map((line) => (line.id === "B01" ? { ...line, forecastPence: null } : line)),
    });
    expect(controls("R2", found).filter((c) => c.result !== "green").map((c) => [c.subject, c.result, c.note])).toEqual([
      ["Brackenshire Fire and Rescue Authority", "red", "No line was read for this agency."],
      ["Brackenshire Probation Delivery Unit", "amber", "2 lines read; 1 without a forecast"],
    ]);
  });
});

describe("R3 pool identity", () => {
  test("agrees, and turns red by a penny", () => {
    expect(controls("R3").map((c) => [c.expectedPence, c.foundPence, c.result])).toEqual([
      [k(172_460), k(172_460), "green"], [k(126_310), k(126_310), "green"],
    ]);
    const off = { ...pool.totals, grossPence: pool.totals.grossPence + 1 };
    expect(checkPoolIdentity(off, pool.agencies, pool.eliminations, []).map((c) => [c.result, c.differencePence])).toEqual([["red", 1], ["red", 1]]);
  });

  test("says what is below the line", () => {
    const { controls: found, totals } = poolPartnership(brackenshireReading({ P04: { nature: "FUNDING_BELOW_LINE" } }));
    expect(controls("R3", found)[1]?.note).toBe("−£700,000 of funding and reserve movements is below the line and not in the net.");
    expect(totals.netPence).toBe(k(127_010));
  });
});

describe("R4 unmatched differences", () => {
  test("10 wait, with both cells", () => {
    expect(controls("R4")).toEqual([expect.objectContaining({
      expectedPence: k(10), foundPence: k(10), result: "green", note: "1 difference waits for the partners; none was plugged.",
      cells: [
        { file: null, sheet: "Brackenshire Council", address: "D22" }, { file: null, sheet: "Age Concern Brackenshire", address: "D47" },
      ],
    })]);
  });

  test("red when a difference is left off the register", () => {
    expect(checkUnmatched(pool.totals, pool.eliminations.filter((e) => e.differencePence === 0)).result).toBe("red");
  });
});

describe("R5 view totals", () => {
  test("two for each view, all green; red when a view loses a penny", () => {
    expect(controls("R5")).toHaveLength(pool.views.length * 2);
    expect(controls("R5").every((c) => c.result === "green")).toBe(true);
    const short = pool.views.map((view) => ({ ...view, totalSpendsPence: view.totalSpendsPence - 1 }));
    expect(checkViewTotals(pool.totals, short).filter((c) => c.result === "red")).toHaveLength(pool.views.length);
  });
});

describe("R6 funding splits", () => {
  test("the splits add; of restricted grants, public health and victims services are asked for, schools agrees", () => {
    expect(controls("R6").map((c) => [c.subject, c.expectedPence, c.foundPence, c.result])).toEqual([
      ["All lines", expect.any(Number), expect.any(Number), "green"],
      ["COUNCIL PHG", k(3_400), k(3_650), "amber"],
      ["COUNCIL DSG", k(30_000), k(30_000), "green"],
      ["PCC SPEC", k(700), k(900), "amber"],
    ]);
  });

  test("C08 is coded to the grant in full although 250 of it is the commissioner's: the split is asked for at its cell", () => {
    expect(pool.issues.filter((issue) => issue.code === "funding-split").map((issue) => [issue.severity, issue.where?.address, issue.pence, issue.facts.fund])).toEqual([
      ["question", "A12", k(250), "PHG"],
      ["question", "A34", k(200), "SPEC"],
    ]);
  });

  test("answering the question by a split settles it", () => {
    const answered = poolPartnership(brackenshireReading({
      C08: { funding: [{ fund: "PHG", ringFence: "PHG", pence: k(3_400) }, { fund: "PARTNER", ringFence: null, pence: k(250) }] },
    }));
    expect(controls("R6", answered.controls).find((c) => c.subject === "COUNCIL PHG")?.result).toBe("green");
  });

  test("splits that do not add to their line are red, and named", () => {
    const { controls: found } = poolPartnership(brackenshireReading({ C15: { funding: [{ fund: "GEN", ringFence: null, pence: k(899) }] } }));
    expect(controls("R6", found)[0]).toMatchObject({ result: "red", differencePence: k(1), note: "Not so for C15." });
  });
});

describe("R7 outcomes", () => {
  test("red for a line on an outcome that the partners do not list", () => {
    expect(controls("R7")[0]?.result).toBe("green");
    const { controls: found } = poolPartnership(brackenshireReading({ C15: { outcome: "O9" } }));
    expect(controls("R7", found)[0]).toMatchObject({ result: "red", differencePence: k(-900), note: "Not in the list: O9." });
    expect(checkOutcomes([], []).result).toBe("green");
  });
});

test("money on no outcome is told once an agency", () => {
  expect(pool.issues.filter((issue) => issue.code === "unallocated").map((issue) => issue.facts)).toEqual([
    { agency: "Brackenshire Council", lines: "C19, C20", count: "2", net: "£0" },
    { agency: "Brackenshire Integrated Care Board", lines: "N05", count: "1", net: "£2,400,000" },
  ]);
});

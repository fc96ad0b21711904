// The part of the shared scenario about: faults.
import type { EmbeddedHost } from "../../../../workbench/host/index";
import { codeOf } from "./support";

export const describeFaults = (host: () => EmbeddedHost): void => {
  describe("faults", () => {
    const twoSyncs = (): Promise<unknown> =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getRange("B2:B3");
        range.load("values");
        await context.sync();
        range.getCell(0, 0).values = [[1]];
        range.getCell(1, 0).values = [[2]];
        await context.sync();
        return range.values;
      });

    test.each([
      "InvalidOperationInCellEditMode",
      "ActivityLimitReached",
      "RequestPayloadSizeLimitExceeded",
      "ResponsePayloadSizeLimitExceeded",
      "InvalidOrTimedOutSession",
      "AccessDenied",
    ] as const)("the transport code of %s reaches the add-in", async (code) => {
      host().faults.atRequest(2, { kind: "transport", code });
      expect(await codeOf(twoSyncs())).toBe(code);
      expect(host().user.values("Budget", "B2:B3")).toEqual([[1200], [300]]);
    });

    test.each(["GeneralException", "InsertDeleteConflict", "RequestAborted", "MemoryLimitReached"])(
      "Excel's own %s reaches the add-in and nothing is applied",
      async (code) => {
        host().faults.atRequest(2, { kind: "error", code });
        expect(await codeOf(twoSyncs())).toBe(code);
        expect(host().user.values("Budget", "B2:B3")).toEqual([[1200], [300]]);
      },
    );

    test("a request may fail when half of it is applied", async () => {
      host().faults.atRequest(2, { kind: "half", code: "GeneralException" });
      expect(await codeOf(twoSyncs())).toBe("GeneralException");
      expect(host().user.values("Budget", "B2:B3")).toEqual([[1], [300]]);
    });

    test("an answer may be lost after everything was applied", async () => {
      host().faults.atRequest(2, { kind: "dropped" });
      expect(await codeOf(twoSyncs())).not.toBe("no error");
      expect(host().user.values("Budget", "B2:B3")).toEqual([[1], [2]]);
    });

    test("values may come back as null", async () => {
      host().faults.atRequest(1, { kind: "nullRead" });
      expect(await twoSyncs()).toBeNull();
    });

    test("too large a request is refused", async () => {
      const work = Excel.run(async (context) => {
        const text = "x".repeat(30_000);
        context.workbook.worksheets.getItem("Budget").getRange("A1:A200").values = Array.from({ length: 200 }, () => [text]);
        await context.sync();
      });
      expect(await codeOf(work)).toBe("RequestPayloadSizeLimitExceeded");
      expect(host().user.values("Budget", "A1")).toEqual([["Line"]]);
    });

    test("a loop of syncs costs a round trip each, one batch costs one", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        for (let row = 0; row < 10; row += 1) {
          sheet.getCell(row, 5).values = [[row]];
          await context.sync();
        }
      });
      expect(host().metrics.roundTrips).toBe(10);
      host().metrics.reset();
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        for (let row = 0; row < 10; row += 1) {
          sheet.getCell(row, 5).values = [[row]];
        }
        await context.sync();
      });
      expect(host().metrics.roundTrips).toBe(1);
      expect(host().metrics.requestBytes).toBeGreaterThan(1000);
    });
  });
};

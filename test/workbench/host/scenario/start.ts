// The part of the shared scenario about: start.
import type { EmbeddedHost } from "../../../../workbench/host/index";

export const describeStart = (_host: () => EmbeddedHost): void => {
  describe("start", () => {
    test("the client knows its host and its requirement sets", () => {
      expect(Office.context.host).toBe("Excel");
      expect(Office.context.platform).toBe("OfficeOnline");
      expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
      expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
    });
  });
};

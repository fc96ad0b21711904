// Lists that people write in one cell of the table of pools, such as "COUNCIL 29,100; ICB 10,300", and reading them back.
import type { AgencyId } from "../budget/agency";
import { toPence } from "../money/unit";
import type { RuleRowReader } from "../rules/ruleRow";
import { TIER_WAYS, type AgreedAmount, type PartRule, type SharingTerms, type Tier, type Weight } from "./riskShare/types";

/** Reads the lists of one row; every entry that can't be understood becomes a fault of its cell. */
export class TermsReader {
  private readonly idOf: ReadonlyMap<string, AgencyId>;

  constructor(
    private readonly row: RuleRowReader,
    agencies: readonly AgencyId[],
  ) {
    this.idOf = new Map(agencies.map((id) => [id.toLowerCase(), id]));
  }

  agency(column: string): AgencyId | null {
    const text = this.row.text(column);
    return text === "" ? null : this.known(column, text);
  }

  /** "COUNCIL 29,100,000; ICB 10,300,000.50" in pounds. */
  amounts(column: string): AgreedAmount[] {
    return this.entries(column, ";").flatMap((entry) => {
      const [agency, pence] = [this.known(column, nameIn(entry)), this.pounds(column, entry)];
      return agency === null || pence === null ? [] : [{ agency, pence }];
    });
  }

  /** "COUNCIL 99; ICB 96": whole numbers, of which one at least is not 0. */
  weights(column: string): Weight[] {
    return this.weighed(column, this.entries(column, ";"), (entry) => this.whole(column, entry));
  }

  /** "Risk pool 500,000; Uncommitted schemes 120,000" in pounds, in order. */
  sources(column: string): SharingTerms["meetFirst"] {
    return this.entries(column, ";").flatMap((entry) => {
      const pence = this.pounds(column, entry);
      return pence === null ? [] : [{ name: nameIn(entry), pence }];
    });
  }

  /** "host 1%; equal 2%; contributions": slices of the budget in order. */
  tiers(column: string): Tier[] {
    return this.entries(column, ";").flatMap((entry): Tier[] => {
      const [, name = "", percent] = /^([a-z]+)(?:\s+(\d{1,3}(?:\.\d{1,2})?)\s*%)?$/i.exec(entry) ?? [];
      const way = TIER_WAYS.find((candidate) => candidate === name.toLowerCase());
      const hundredths = percent === undefined ? null : Math.round(Number(percent) * 100);
      if (way === undefined || (hundredths !== null && hundredths > 10_000)) {
        this.row.fault(column, `"${entry}" is not host, equal or contributions with a percentage of the budget`);
        return [];
      }
      return [{ way, hundredthsOfPercent: hundredths }];
    });
  }

  /** "C01: COUNCIL 85 / ICB 15; C04: host": what holds for single lines (weights) or schemes (contributions in pounds). */
  partRules(column: string, unit: "weights" | "pounds"): PartRule[] {
    return this.entries(column, ";").flatMap((entry): PartRule[] => {
      const [, key = "", rule = ""] = /^(.*?)\s*:\s*(.*)$/.exec(entry) ?? [];
      if (key === "" || rule === "") {
        this.row.fault(column, `"${entry}" is not a line or scheme, a colon, and host or the partners' parts`);
        return [];
      }
      if (rule.toLowerCase() === "host") return [{ key, weights: [] }];
      const parts = rule.split("/").map((part) => part.trim());
      const weights = this.weighed(column, parts, (part) => (unit === "pounds" ? this.pounds(column, part) : this.whole(column, part)));
      return weights.length === 0 ? [] : [{ key, weights }];
    });
  }

  percent(column: string, blank: number): number {
    return this.row.text(column) === "" ? blank : this.row.wholeNumber(column, 0, 100);
  }

  private weighed(column: string, entries: readonly string[], size: (entry: string) => number | null): Weight[] {
    const weights = entries.flatMap((entry) => {
      const [agency, weight] = [this.known(column, nameIn(entry)), size(entry)];
      return agency === null || weight === null ? [] : [{ agency, weight }];
    });
    if (weights.length > 0 && weights.every(({ weight }) => weight === 0)) this.row.fault(column, "no partner has a part above 0");
    return weights;
  }

  private entries(column: string, separator: string): string[] {
    return this.row.text(column).split(separator).map((entry) => entry.trim()).filter((entry) => entry !== "");
  }

  private known(column: string, name: string): AgencyId | null {
    return this.idOf.get(name.toLowerCase()) ?? this.row.fault(column, `"${name}" is no agency's short id`);
  }

  private pounds(column: string, entry: string): number | null {
    const [, digits = ""] = /\s£?(\d[\d,]*(?:\.\d{1,2})?)$/.exec(entry) ?? [];
    const { pence, exact } = digits === "" ? { pence: 0, exact: false } : toPence(Number(digits.replace(/,/g, "")), "pounds");
    return exact ? pence : this.row.fault(column, `"${entry}" does not end in an amount of pounds`);
  }

  private whole(column: string, entry: string): number | null {
    const [, digits = ""] = /\s(\d[\d,]*)$/.exec(entry) ?? [];
    const value = Number(digits.replace(/,/g, ""));
    return digits !== "" && Number.isSafeInteger(value) ? value : this.row.fault(column, `"${entry}" does not end in a whole number`);
  }
}

/** What stands before the number at the end. */
function nameIn(entry: string): string {
  return entry.replace(/\s+£?[\d,.]+$/, "").trim();
}

// What `check` says of cost that moved between partners: each service in which someone is worse off, then the signs.
import type { ShuntComparison } from "../../core/shunting/compareSnapshots";
import { serviceName, serviceWords, verdictWords } from "../../core/shunting/shuntTable";
import { cut, filled } from "./layout";

const MOST = 15;

export function costShuntText(comparisons: readonly ShuntComparison[]): string[] {
  return comparisons.flatMap((comparison) => {
    const moved = comparison.services.filter((service) => service.result.verdict !== "passes");
    const told = [
      ...moved.map((service) => `${serviceName(service)}, ${verdictWords(service)}. ${serviceWords(service)}`),
      ...comparison.indicators.map((sign) => `${sign.id}, ${sign.agency}: ${sign.words}`),
    ];
    if (told.length === 0) return [];
    const heading = `Cost between partners, ${comparison.before} beside ${comparison.after} (signs to talk about, not accusations):`;
    return ["", heading, ...cut(told.flatMap((words) => filled(`- ${words}`, "  ")), MOST, "(use --json to see all)")];
  });
}

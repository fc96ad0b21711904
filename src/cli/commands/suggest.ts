// `common-purse suggest`: virements that close pressures under the partners' own rules; nothing in the inputs is changed.
import { askedBeside } from "../../app/askedBeside";
import { mergedVirements, suggestionSheets } from "../../app/results";
import type { SearchEnd } from "../../app/searchEnd";
import { defaultOptions, suggest, whatStops } from "../../app/suggest";
import { wholeSets } from "../../app/wholeSets";
import type { SolverPort } from "../../core/virement/solverPort";
import { suggestionIssues } from "../../core/virement/suggestionIssues";
import type { PartnerOffer } from "../../core/virement/types";
import { WorkbookError } from "../../workbook/ports";
import type { CommandSteps } from "../runCommand";
import { askedBesideJson } from "../json/askedBesideJson";
import { suggestJson } from "../json/suggestJson";
import { askedBesideText } from "../text/askedBesideText";
import { suggestText } from "../text/suggestText";
import { wholeSetsJson, wholeSetsText } from "../text/wholeSetsText";

export interface SuggestSwitches {
  readonly acrossOutcomes?: boolean;
  /** Whole pounds. */
  readonly minimumMove?: number;
  /** Percent of each line's flexible amount. */
  readonly holdBack?: number;
  /** Seconds after which the search ends with what is found; the same input may then give different answers. */
  readonly timeLimit?: number;
  readonly partnersPay?: boolean;
  readonly offer?: readonly PartnerOffer[];
  /** Also find the other whole sets and set them side by side. */
  readonly compare?: boolean;
}

/** The clock starts when the search does. */
function ending(seconds: number | undefined): SearchEnd {
  const start = performance.now();
  return seconds === undefined ? {} : { secondsLeft: () => seconds - (performance.now() - start) / 1_000 };
}

export function suggestSteps(solver: SolverPort, switches: SuggestSwitches): CommandSteps {
  return {
    reportsErrors: false,
    stops: whatStops,
    carryOut: async (from, date, work) => {
      const base = defaultOptions(date);
      const options = {
        ...base,
        acrossOutcomes: switches.acrossOutcomes ?? base.acrossOutcomes,
        minimumMovePence: switches.minimumMove === undefined ? base.minimumMovePence : switches.minimumMove * 100,
        contingencyShare: switches.holdBack === undefined ? base.contingencyShare : switches.holdBack / 100,
        ...(switches.partnersPay === undefined ? {} : { partnersPay: switches.partnersPay }),
        ...(switches.offer === undefined ? {} : { offers: switches.offer }),
      };
      const unknown = (switches.offer ?? []).find((offer) => !from.reading.agencies.some((agency) => agency.id === offer.agency));
      if (unknown !== undefined) throw new WorkbookError("not-found", `No agency is called ${unknown.agency} here.`, `The agencies are ${from.reading.agencies.map((agency) => agency.id).join(", ")}.`);
      const found = await suggest(from, options, solver, work, ending(switches.timeLimit));
      const beside = askedBeside(from, found);
      const sets = switches.compare === true ? await wholeSets(from, options, found, solver, work) : [];
      return { json: { ...suggestJson(found, [...from.issues, ...suggestionIssues(found)]), ...askedBesideJson(beside), ...wholeSetsJson(sets) }, text: [...suggestText(from, found), ...askedBesideText(beside), ...wholeSetsText(sets)], sheets: suggestionSheets(from, found, true), virements: mergedVirements(from, found), refused: false };
    },
  };
}

// Whether one fund's part of a line's free money may reach a target: its reach, its ring and the gateway between the bodies.
import type { Agency } from "../budget/agency";
import { SPLIT_RULE } from "../checks/fundingSplits";
import type { FlexPart } from "../flexibility/types";
import type { Fund, Gateway } from "./types";
import { decidingGateway, gatewayWords, type GatewayQuestion } from "./gateways";
import { fundRow, purposesOf, ringBarring } from "./purposes";
import { prohibition, type Ground, type MoveQuestion, type RuleContext } from "./ruleContext";

/** Rule id where no row of the gateways answers: then the answer is no. */
export const NO_GATEWAY = "NO-GATEWAY";
/** Rule id where no row of the funds in force describes the money: then it stays where it is. */
export const UNKNOWN_FUND = "UNKNOWN-FUND";
/** Purpose of every move that leaves the body, so that a gateway between two bodies of one type does not speak of one body's own moves. */
export const ANOTHER_BODY = "another body";

export interface PartAnswer {
  readonly refusal: Ground | null;
  readonly conditions: readonly Ground[];
  /** The gateway that decided; undefined inside one body where none was needed. */
  readonly gateway: Gateway | undefined;
}

export function answerForPart(part: FlexPart, question: MoveQuestion, giver: Agency, taker: Agency, context: RuleContext): PartAnswer {
  const inside = giver.id === taker.id;
  const purposes = new Set(purposesOf(question.to, taker, context.books));
  if (!inside) purposes.add(ANOTHER_BODY);
  const asked: GatewayQuestion = { fromBody: giver.bodyType, toBody: taker.bodyType, jurisdiction: giver.jurisdiction, toJurisdiction: taker.jurisdiction, purposes };
  const gateway = decidingGateway(asked, part.fund, context.books);
  if (gateway !== undefined && (gateway.allow === "NO" || gateway.allow === "ALIGN_ONLY")) {
    return gateway.allow === "NO"
      ? refused(gateway.id, `Not allowed by ${gatewayWords(gateway)}.`, `barred by ${gateway.id}`)
      : refused(gateway.id, `Can be aligned but not moved: ${gatewayWords(gateway)}.`, "can be aligned but not moved");
  }
  // What the fund as a whole may not do, a gateway to this very purpose may allow.
  const reach = part.reach === "own agency" && gateway !== undefined ? null : reachRefusal(part, question, giver, inside, purposes, context);
  if (reach !== null) return { refusal: reach, conditions: [], gateway };
  if (gateway === undefined && inside) return { refusal: null, conditions: [], gateway };
  if (gateway === undefined) return refused(NO_GATEWAY, `No gateway was found from ${giver.name} to ${taker.name}.`, "no gateway");
  return { refusal: null, conditions: [condition(gateway.id, gatewayWords(gateway))], gateway };
}

function reachRefusal(
  part: FlexPart, question: MoveQuestion, giver: Agency, inside: boolean, purposes: ReadonlySet<string>, context: RuleContext,
): Ground | null {
  const fund = fundRow(part.fund, context.books, giver.jurisdiction);
  switch (part.reach) {
    case "anywhere":
      return null;
    case "own agency":
      return inside ? null : { ruleId: NO_GATEWAY, sentence: `No gateway was found that leads out of ${giver.name}.`, short: "no gateway" };
    // Whether it may leave its pool is asked of the whole move, whatever the fund.
    case "inside pool":
      return null;
    case "inside ring": {
      const barring = fund === undefined ? undefined : ringBarring(fund, purposes, context.books, giver.jurisdiction);
      return fund !== undefined && barring === undefined ? null : ringRefusal(part, barring ?? fund, giver, context);
    }
    case "programme only":
      return inside && purposes.has("programme") ? null : ringRefusal(part, fund, giver, context);
    case "align only":
      return { ruleId: "CENTRAL", sentence: `${giver.name}'s money here is centrally controlled: it can be aligned but not moved.`, short: "can be aligned but not moved" };
    case "nowhere":
      if (part.disputed === true) return { ruleId: SPLIT_RULE, sentence: question.flexibility.reason, short: `split of ${part.fund} not agreed` };
      return fund === undefined && part.fund !== ""
        ? { ruleId: UNKNOWN_FUND, sentence: question.flexibility.reason, short: `fund ${part.fund} not described` }
        : ringRefusal(part, fund, giver, context, question.flexibility.reason);
  }
}

/** The prohibition names a hard ring-fence; a soft one, and money that its own row keeps on its line, are named by that row. */
function ringRefusal(part: FlexPart, fund: Fund | undefined, giver: Agency, context: RuleContext, sentence?: string): Ground {
  const row = fund === undefined || fund.hardness === "hard" ? prohibition("out-of-hard-ring-fence", giver, context.books) : undefined;
  const name = fund === undefined ? part.fund : `${fund.name}, ${fund.id}`;
  const words = row === undefined ? `${fund?.name ?? part.fund} may only be spent on ${purposeWords(fund)}` : `${row.words} (${name})`;
  return { ruleId: row?.id ?? fund?.id ?? part.fund, sentence: sentence ?? `Not allowed: ${words}.`, short: "ring-fenced" };
}

function purposeWords(fund: Fund | undefined): string {
  return fund === undefined || fund.purposes === "*" ? "what is in its ring-fence" : fund.purposes.join(", ");
}

function refused(ruleId: string, sentence: string, short: string): PartAnswer {
  return { refusal: { ruleId, sentence, short }, conditions: [], gateway: undefined };
}

function condition(ruleId: string, words: string): Ground {
  return { ruleId, sentence: `${words}.`, short: words };
}

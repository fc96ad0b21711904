// Whether one fund's part of a line's free money may reach a target: its reach, its ring and the gateway between the bodies.
import type { Agency } from "../budget/agency";
import type { FlexPart } from "../flexibility/types";
import type { Gateway } from "./types";
import { decidingGateway, gatewayWords, type GatewayQuestion } from "./gateways";
import { fundRow, purposesOf, ringsAllow } from "./purposes";
import { prohibition, type Ground, type MoveQuestion, type RuleContext } from "./ruleContext";

/** Rule id where no row of the gateways answers: then the answer is no. */
export const NO_GATEWAY = "NO-GATEWAY";
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
  const purposes = new Set(purposesOf(question.to, taker.bodyType, context.books));
  if (!inside) purposes.add(ANOTHER_BODY);
  const asked: GatewayQuestion = { fromBody: giver.bodyType, toBody: taker.bodyType, jurisdiction: giver.jurisdiction, purposes };
  const gateway = decidingGateway(asked, part.fund, context.books);
  if (gateway !== undefined && (gateway.allow === "NO" || gateway.allow === "ALIGN_ONLY")) {
    return gateway.allow === "NO"
      ? refused(gateway.id, `Not allowed by ${gatewayWords(gateway)}.`, `barred by ${gateway.id}`)
      : refused(gateway.id, `Can be aligned but not moved: ${gatewayWords(gateway)}.`, "can be aligned but not moved");
  }
  const reach = reachRefusal(part, question, giver, inside, purposes, context);
  if (reach !== null) return { refusal: reach, conditions: [], gateway };
  if (gateway === undefined && inside) return { refusal: null, conditions: [], gateway };
  if (gateway === undefined) return refused(NO_GATEWAY, `No gateway was found from ${giver.name} to ${taker.name}.`, "no gateway");
  return { refusal: null, conditions: [condition(gateway.id, gatewayWords(gateway))], gateway };
}

function reachRefusal(
  part: FlexPart, question: MoveQuestion, giver: Agency, inside: boolean, purposes: ReadonlySet<string>, context: RuleContext,
): Ground | null {
  const fund = fundRow(part.fund, context.books);
  switch (part.reach) {
    case "anywhere":
      return null;
    case "own agency":
      return inside ? null : { ruleId: NO_GATEWAY, sentence: `No gateway was found that leads out of ${giver.name}.`, short: "no gateway" };
    // Whether it may leave its pool is asked of the whole move, whatever the fund.
    case "inside pool":
      return null;
    case "inside ring":
      return fund !== undefined && ringsAllow(fund, purposes, context.books) ? null : ringRefusal(part, giver, context);
    case "programme only":
      return inside && purposes.has("programme") ? null : ringRefusal(part, giver, context);
    case "align only":
      return { ruleId: "CENTRAL", sentence: `${giver.name}'s money here is centrally controlled: it can be aligned but not moved.`, short: "can be aligned but not moved" };
    case "nowhere":
      return ringRefusal(part, giver, context, question.flexibility.reason);
  }
}

function ringRefusal(part: FlexPart, giver: Agency, context: RuleContext, sentence?: string): Ground {
  const row = prohibition("out-of-hard-ring-fence", giver, context.books);
  const fund = fundRow(part.fund, context.books);
  return { ruleId: row?.id ?? fund?.id ?? part.fund, sentence: sentence ?? `Not allowed: ${row?.words ?? `${fund?.name ?? part.fund} may not leave its ring-fence`}.`, short: "ring-fenced" };
}

function refused(ruleId: string, sentence: string, short: string): PartAnswer {
  return { refusal: { ruleId, sentence, short }, conditions: [], gateway: undefined };
}

function condition(ruleId: string, words: string): Ground {
  return { ruleId, sentence: `${words}.`, short: words };
}

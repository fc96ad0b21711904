// Where a virement stands between being suggested and being applied or reversed, and whom it waits on.
import type { IsoDate } from "../../rules/types";
import { imbalance } from "../legs";
import type { Agreement, Virement } from "../life";

export const VIREMENT_STATUSES = ["draft", "incomplete", "suggested", "under review", "approved", "refused", "withdrawn", "expired", "applied", "reversed"] as const;
export type VirementStatus = (typeof VIREMENT_STATUSES)[number];

/**
 * The status on a day. A virement that was approved and not applied in time is expired; one whose rows take more or less than they give is
 * incomplete until they balance.
 */
export function statusOf(virement: Virement, on: IsoDate): VirementStatus {
  if ((virement.state === "draft" || virement.state === "suggested") && imbalance(virement) !== null) return "incomplete";
  if (virement.state !== "suggested") return virement.state;
  if (virement.decision === "refused" || virement.decision === "withdrawn") return virement.decision;
  if (virement.expiresOn !== null && on > virement.expiresOn) return "expired";
  if (virement.decision === "accepted") return "approved";
  return virement.agreements.some(({ decision }) => decision === "accepted") ? "under review" : "suggested";
}

/** Those who have not agreed yet, in the order in which they are asked; none once it is refused, withdrawn, applied or reversed. */
export function waitsOn(virement: Virement): readonly Agreement[] {
  if (virement.state !== "suggested" || virement.decision === "refused" || virement.decision === "withdrawn") return [];
  return virement.agreements.filter(({ decision }) => decision !== "accepted");
}

/** True for a suggestion that nobody has decided on, amended or said anything of: it may go when it is no longer suggested. */
export function isUntouched({ state, version, reason, agreements, cashOn }: Virement): boolean {
  return state === "suggested" && version === 1 && reason === "" && cashOn === undefined && agreements.every(({ decision }) => decision === "waiting");
}

/** Position of the approver whose turn it is, so that a decision taken again goes to the one who took it. */
export function turnOf(virement: Virement): number {
  const open = virement.agreements.findIndex(({ decision }) => decision !== "accepted");
  return open === -1 ? virement.agreements.length - 1 : open;
}

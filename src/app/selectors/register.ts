// The Register page as data: rows grouped by virement, newest virement first, and which of them can be reversed.
import type { RegisterRow, Virement } from "../../core/virement/life";

export interface RegisterGroup {
  readonly virementId: string;
  /** In the register's order. */
  readonly rows: readonly RegisterRow[];
  readonly revertable: boolean;
}

export function registerGroups(register: readonly RegisterRow[], virements: readonly Virement[]): RegisterGroup[] {
  const ids = [...new Set(register.map((row) => row.virementId))];
  return ids.map((virementId) => ({
    virementId,
    rows: register.filter((row) => row.virementId === virementId),
    revertable: virements.some((virement) => virement.id === virementId && virement.state === "applied"),
  })).reverse();
}

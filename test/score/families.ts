// The families of generated sheets by name: each with words or layouts of its own, so that the reader is held to more than one writer's habits.
import { fifthSheet } from "./fifth";
import { fourthSheet } from "./fourth";
import { OTHER } from "./otherWords";
import { planOf } from "./plan";
import { printSheet, type Sheet } from "./print";
import { thirdSheet } from "./third";

export const FAMILIES: Readonly<Record<string, (seed: number) => Sheet>> = {
  first: (seed) => printSheet(planOf(seed)),
  other: (seed) => printSheet(planOf(seed, OTHER)),
  third: thirdSheet,
  fourth: fourthSheet,
  fifth: fifthSheet,
};

/** The family that was asked for, the first when none is known by the name. */
export function familyOf(name: string | undefined): (seed: number) => Sheet {
  return FAMILIES[name ?? "first"] ?? ((seed) => printSheet(planOf(seed)));
}

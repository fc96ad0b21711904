/** A calculator that leaves every formula at the value it has: for workbooks whose figures come with them. */
import type { Calculator } from "./port";

export const storedValues: Calculator = { calculate: () => undefined };

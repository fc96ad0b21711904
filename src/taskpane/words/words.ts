// The one room for every word the pane says. A second language is a second object of this shape, chosen here when the pane starts.
import { bringIn } from "./bringIn";
import { correct } from "./correct";
import { drafting } from "./drafting";
import { pool } from "./pool";
import { register } from "./register";
import { review } from "./review";
import { shell } from "./shell";
import { sources } from "./sources";
import { suggestions } from "./suggestions";
import { targets } from "./targets";

export const words = { ...shell, bringIn, correct, drafting, sources, pool, suggestions, review, register, targets } as const;

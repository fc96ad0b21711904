// Why not more: what a line may still give after all its moves, and the first step of approval above the move.
import { moveRoom } from "../../../src/app/selectors/moveRoom";
import type { Move, Suggestions } from "../../../src/core/virement/types";
import { sampleSession } from "../../taskpane/support/partnership";

const move = (from: string, to: string, amountPence: number, rank: number) =>
  ({ id: `${from}-${to}`, from, to, amountPence, rank }) as Move;

const tiers = [
  { overPence: 0, rank: 1 },
  { overPence: 500, rank: 2 },
  { overPence: 900, rank: 1 },
  { overPence: 1_000, rank: 3 },
];
const arc = (from: string, to: string) => ({
  id: `${from}>${to}`,
  from,
  to,
  maxPence: 2_000,
  interAgency: false,
  sameService: false,
  tiers,
});
const first = move("A", "B", 500, 1);
const second = move("A", "C", 700, 2);
const found = {
  moves: [first, second],
  flexibility: [{ lineId: "A", flexiblePence: 2_000 }],
  model: { lines: [{ id: "A", agency: "X", needPence: 0, weight: 1, capPence: 1_800 }], arcs: [arc("A", "B"), arc("A", "C")] },
} as unknown as Suggestions;

test("every move from the line is taken off what it may give; what is held back stands apart", () => {
  expect(moveRoom(first, found)).toMatchObject({ giverLeftPence: 600, heldBackPence: 200 });
  expect(moveRoom(second, found)).toMatchObject({ giverLeftPence: 600, heldBackPence: 200 });
});

test("the next tier is the first that asks for a higher rank; an amount on the edge still lies below it", () => {
  expect(moveRoom(first, found).nextTier).toEqual({ overPence: 500, rank: 2 });
  expect(moveRoom(second, found).nextTier).toEqual({ overPence: 1_000, rank: 3 });
  expect(moveRoom(move("A", "B", 1_500, 3), found).nextTier).toBeNull();
});

test("a move that the model does not know has no figures", () => {
  expect(moveRoom(move("Z", "B", 10, 1), found)).toEqual({ giverLeftPence: null, heldBackPence: 0, nextTier: null });
});

test("on the sample every line's moves and its rest add to what it could give, with a tenth held back or not", async () => {
  const session = sampleSession();
  await session.readSheets();
  await session.suggest();
  const rests = () => {
    const { suggestions } = session.getState();
    if (suggestions === null) throw new Error("There are no suggestions.");
    return suggestions.moves.map((one) => [one.from, one.amountPence, moveRoom(one, suggestions).giverLeftPence, moveRoom(one, suggestions).heldBackPence]);
  };
  expect(rests()).toEqual([["N01", 30_000_000, 50_000_000, 0], ["C04", 10_500_000, 0, 0], ["C04", 31_500_000, 0, 0]]);
  await session.setOptions({ contingencyShare: 0.1 });
  expect(rests()).toEqual([["N01", 30_000_000, 42_000_000, 8_000_000], ["C04", 10_500_000, 0, 4_200_000], ["C04", 27_300_000, 0, 4_200_000]]);
});

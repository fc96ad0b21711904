// A tiny rasteriser: shapes on a 32 by 32 drawing, painted to any size with smooth edges, the same on every machine.

export type Colour = readonly [red: number, green: number, blue: number];

/** One painted shape; `colour` null cuts a hole through what lies below. Later layers lie on top. */
interface Layer {
  readonly inside: (x: number, y: number) => boolean;
  readonly colour: Colour | null;
}

export type Drawing = readonly Layer[];

export interface Picture {
  readonly size: number;
  /** Four bytes a pixel: red, green, blue, opacity; rows from the top. */
  readonly pixels: Uint8Array;
}

export const DRAWING_SIZE = 32;
const SAMPLES = 5;

/** Paints a drawing by asking 25 points in every pixel what lies there. */
export function paint(drawing: Drawing, size: number): Picture {
  const fromTheTop = [...drawing].reverse();
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      pixels.set(paintPixel(fromTheTop, size, column, row), (row * size + column) * 4);
    }
  }
  return { size, pixels };
}

function paintPixel(fromTheTop: Drawing, size: number, column: number, row: number): [number, number, number, number] {
  const scale = DRAWING_SIZE / size;
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) * scale;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * scale;
    const colour = fromTheTop.find((layer) => layer.inside(x, y))?.colour ?? null;
    if (colour !== null) {
      covered += 1;
      colour.forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
    }
  }
  if (covered === 0) {
    return [0, 0, 0, 0];
  }
  const mean = (channel: number): number => Math.round((sum[channel] ?? 0) / covered);
  return [mean(0), mean(1), mean(2), Math.round((covered / (SAMPLES * SAMPLES)) * 255)];
}

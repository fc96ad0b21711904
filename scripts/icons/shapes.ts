// The few shapes the icons are made of, as tests of whether a point lies inside.

export type Inside = (x: number, y: number) => boolean;
type Point = readonly [x: number, y: number];

export function disc(cx: number, cy: number, radius: number): Inside {
  return ellipse(cx, cy, radius, radius);
}

export function ellipse(cx: number, cy: number, rx: number, ry: number): Inside {
  return (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
}

export function rectangle(left: number, top: number, right: number, bottom: number, corner = 0): Inside {
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) {
      return false;
    }
    const dx = Math.max(left + corner - x, x - (right - corner), 0);
    const dy = Math.max(top + corner - y, y - (bottom - corner), 0);
    return dx * dx + dy * dy <= corner * corner || dx === 0 || dy === 0;
  };
}

/** A closed polygon, by counting crossings. */
export function polygon(...points: readonly Point[]): Inside {
  return (x, y) => {
    let inside = false;
    points.forEach(([x1, y1], index) => {
      const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) {
        inside = !inside;
      }
    });
    return inside;
  };
}

/** A line with round ends, through all points. */
export function stroke(width: number, ...points: readonly Point[]): Inside {
  return (x, y) =>
    points.slice(1).some(([x2, y2], index) => {
      const [x1, y1] = points[index] ?? [x2, y2];
      const length2 = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2));
      return (x - x1 - t * (x2 - x1)) ** 2 + (y - y1 - t * (y2 - y1)) ** 2 <= (width / 2) ** 2;
    });
}

export function anyOf(...shapes: readonly Inside[]): Inside {
  return (x, y) => shapes.some((shape) => shape(x, y));
}

export function allOf(...shapes: readonly Inside[]): Inside {
  return (x, y) => shapes.every((shape) => shape(x, y));
}

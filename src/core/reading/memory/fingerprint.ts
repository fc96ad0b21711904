// A short name for a layout: two layouts that matter alike have the same one.

/** 64-bit FNV-1a of the text as 16 hexadecimal digits. It names a layout; it protects nothing. */
export function layoutHash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i += 1) {
    low = (low ^ text.charCodeAt(i)) >>> 0;
    // (high, low) × 0x100000001b3 kept to 64 bits, in 32-bit halves.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x1_0000_0000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/** The headings, their columns, their fields and the unit: what must not change unseen between two readings. Rows may be inserted freely. */
export function layoutFingerprint(columns: readonly { readonly column: number; readonly heading: string; readonly field: string }[], unit: string): string {
  return layoutHash([unit, ...columns.map((c) => `${c.column}\u0001${c.heading}\u0001${c.field}`)].join("\u0002"));
}

// A financial year in words and back: 2026 is "2026/27", the year that begins in 2026.

/** "2026/27" for 2026. */
export function financialYearWords(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** 2026 for "2026/27", "2026-27", "2026/2027" or "2026"; null for anything else, and where the second year is not the next. */
export function yearOfWords(text: string): number | null {
  const match = /^((?:19|20)\d{2})(?:\s?[/–-]\s?(\d{2}|\d{4}))?$/.exec(text.trim());
  if (match === null) return null;
  const year = Number(match[1]);
  const end = match[2];
  return end === undefined || Number(end) % 100 === (year + 1) % 100 ? year : null;
}

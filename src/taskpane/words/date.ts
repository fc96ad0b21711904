// Dates as people say them, the same on every machine.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "15 October 2026" for "2026-10-15", with ", 09:30" where the text goes on to a time; any other text as it stands. */
export function dateWords(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (match === null || month === undefined) return iso;
  return `${Number(match[3])} ${month} ${match[1]}${match[4] === undefined ? "" : `, ${match[4]}`}`;
}

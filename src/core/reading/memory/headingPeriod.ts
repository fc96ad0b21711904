// A heading without the month or period it stands at, so that a monthly report is known again a month later.

const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** A day and month with or without its year, a date in figures, or a numbered period, month or quarter. A financial year is none of these. */
const PERIODS: readonly RegExp[] = [
  new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH}\\b\\.?(?:,? (?:19|20)\\d{2}\\b(?!\\s?[/–-]))?`, "gi"),
  /\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b/g,
  /\b(?:period|month|quarter|p|m|q) ?0?\d{1,2}\b/gi,
];

/** "Actual to 30 Sept 2026" and "Actual to 31 October 2026" alike; years as "2026/27" stay. */
export function withoutPeriod(heading: string): string {
  return PERIODS.reduce((text, pattern) => text.replace(pattern, "#"), heading);
}

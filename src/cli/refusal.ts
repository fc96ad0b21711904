// A refusal because of the data, in words on the standard error and with --json as a document that holds no figures.
import type { Issue } from "../core/issues/issue";
import type { CliDeps } from "./deps";
import { EXIT, type ExitCode } from "./exitCodes";
import { issueJson } from "./json/common";
import { issueLines } from "./text/issues";

export function refuse(deps: CliDeps, errors: readonly Issue[], json: boolean): ExitCode {
  if (json) deps.stdout(`${JSON.stringify({ refused: true, issues: errors.map(issueJson) }, null, 2)}\n`);
  deps.stderr(`${refusalLines(errors).join("\n")}\n`);
  return EXIT.refused;
}

export function refusalLines(errors: readonly Issue[]): string[] {
  return [errors.length === 1 ? "Refused because of one error in the data; nothing was written." : `Refused because of ${errors.length} errors in the data; nothing was written.`, ...issueLines(errors)];
}

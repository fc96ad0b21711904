// Runs the command line in this process on real files, with its streams caught.
import { machineDeps } from "../../src/cli/compose";
import { runProgram } from "../../src/cli/program";

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `today` is fixed, so that a run depends on its words and files alone. */
export async function runCli(...args: readonly string[]): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  const code = await runProgram(args, {
    ...machineDeps(),
    today: () => "2026-10-15",
    progress: "none",
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

// Starts the command line and gives its answer to the shell.
import { machineDeps } from "./compose";
import { runProgram } from "./program";

// A reader that stops early (such as `head`) closes the stream: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void runProgram(process.argv.slice(2), machineDeps()).then((answer) => {
  process.exitCode = answer;
});

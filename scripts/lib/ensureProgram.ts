// Makes sure that a program is there: found, or on Debian and Ubuntu as root installed by the system's own package tool, saying so.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export interface Needed {
  readonly name: string;
  readonly find: () => string | null;
  readonly debianPackage: string;
  /** The environment variable that names the program's place. */
  readonly variable: string;
}

/** The program's path. Throws a sentence that says how to install it by hand when it can't be found or installed. */
export function ensureProgram(needed: Needed): string {
  const found = needed.find() ?? (mayInstall() ? install(needed) : null);
  if (found === null) {
    throw new Error(
      `${needed.name} was not found. Install it (Debian, Ubuntu: apt-get install ${needed.debianPackage}), ` +
        `or name its place in ${needed.variable}.`,
    );
  }
  return found;
}

function mayInstall(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

function install(needed: Needed): string | null {
  process.stdout.write(`${needed.name} was not found; installing the package ${needed.debianPackage}. This can take some minutes.\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", needed.debianPackage]]) {
    spawnSync("apt-get", ["--quiet", ...args], { stdio: ["ignore", "ignore", "inherit"], env: environment });
  }
  return needed.find();
}

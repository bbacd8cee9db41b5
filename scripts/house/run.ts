// SPDX-License-Identifier: Apache-2.0
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder, with a slash at the end. */
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

/** What is left of a program that ran to its end. */
export interface Finished {
  readonly succeeded: boolean;
  /** Standard output and error, in the order of arrival. */
  readonly output: string;
}

/** How to run a program. */
export interface RunOptions {
  /** Set or replaced in the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Receives the output as it comes, besides the result. */
  readonly onOutput?: (text: string) => void;
  /** Ends the program early; it then counts as failed. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a program in the project's folder and collects its output. Programs of npm packages are found by name, because the launcher
 * puts `node_modules/.bin` on the path.
 *
 * @throws when the program cannot be started at all.
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    const take = (text: string): void => {
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    options.signal?.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
    child.on("error", reject);
    child.on("close", (code) => resolve({ succeeded: code === 0, output }));
  });
}

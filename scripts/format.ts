// SPDX-License-Identifier: Apache-2.0
// `npm run format [FILE ...]`: formats everything, or the files named, and applies the linter's safe fixes.
// Without files it also completes the lockfile.
import { mendLockfile } from "./house/lockfile.ts";
import { run } from "./house/run.ts";

const named = process.argv.slice(2);
const contracts =
  named.length > 0 ? named.filter((file) => file.endsWith(".sol")) : ["contracts/**/*.sol", "test/**/*.sol"];
const others = named.filter((file) => !file.endsWith(".sol"));
const print = (text: string): void => {
  process.stdout.write(text);
};

const results = await Promise.all([
  ...(named.length === 0 || others.length > 0
    ? [run("biome", ["check", "--write", "--colors=off", ...others], { onOutput: print })]
    : []),
  ...(contracts.length > 0
    ? [run("prettier", ["--write", "--log-level=warn", ...contracts], { onOutput: print })]
    : []),
]);
if (named.length === 0) await mendLockfile();
if (results.some((result) => !result.succeeded)) process.exitCode = 1;

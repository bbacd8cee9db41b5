// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder, run } from "./run.ts";

/** A text file of the project. */
export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const BINARY = /\.(png|jpg|jpeg|gif|ico|webp|woff2?|xlsx|gz|pdf)$/;

/** Every text file that is in git or could be added to it: nothing that git ignores. */
export async function readSources(): Promise<SourceFile[]> {
  const listed = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
  if (!listed.succeeded) {
    throw new Error(`The files of the project come from git, and git failed: ${listed.output.trim()}`);
  }
  const paths = listed.output.split("\0").filter((path) => path !== "" && !BINARY.test(path));
  const present = paths.filter((path) => existsSync(join(projectFolder, path)));
  return Promise.all(
    present.map(async (path) => ({ path, text: await readFile(join(projectFolder, path), "utf8") })),
  );
}

// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../house/run.ts";
import type { SourceFile } from "../../house/sources.ts";
import { compareLayouts, type LayoutChanges } from "./compareLayouts.ts";
import { type Layout, readLayout } from "./readLayout.ts";

const FILE = join(projectFolder, "docs", "storage-layout.json");
const CONTRACTS = /^contracts\/(?!testing\/|interfaces\/).*\.sol$/;

/** What differs from the recorded layout, as lines for people with what to do; empty when nothing does. */
export async function findLayoutChanges(files: readonly SourceFile[]): Promise<string[]> {
  const { broken, grown } = await changes(layoutOf(files));
  if (broken.length > 0) {
    return [
      "Upgraded programmes would read something else than they wrote:",
      ...broken,
      "Leave what is there where it is, and add new fields at the end of a struct that no array holds, or in a namespace of their own.",
      "Only while no chain has programmes that must live on: npm run check:layout -- --begin-anew",
    ];
  }
  if (grown.length === 0) return [];
  return [
    "The storage has grown, and nothing moved:",
    ...grown,
    "Record it: npm run check:layout -- --accept",
  ];
}

/** Record the layout of the sources as the one that all later ones are compared with. */
export async function recordLayout(files: readonly SourceFile[]): Promise<LayoutChanges> {
  const now = layoutOf(files);
  const changed = await changes(now);
  await writeFile(FILE, `${JSON.stringify(now, null, 2)}\n`);
  return changed;
}

function layoutOf(files: readonly SourceFile[]): Layout {
  return readLayout(files.map(({ path }) => path).filter((path) => CONTRACTS.test(path)));
}

async function changes(now: Layout): Promise<LayoutChanges> {
  if (!existsSync(FILE)) return { broken: [], grown: ["nothing is recorded yet"] };
  return compareLayouts(JSON.parse(await readFile(FILE, "utf8")) as Layout, now);
}

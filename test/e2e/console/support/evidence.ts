// SPDX-License-Identifier: Apache-2.0

import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SuiteContext, TestContext } from "node:test";
import { type Desk, openDesks } from "./desk.ts";

/** The end of a test: evidence where it failed; every desk is left whatever becomes of that, so that nothing runs on. */
export async function leaveDesks(t: TestContext | SuiteContext, desks: Desk[]): Promise<void> {
  try {
    await keepEvidence(t);
  } finally {
    await Promise.all(desks.splice(0).map((desk) => desk.leave()));
  }
}

/** When a test failed: what every open desk shows and what its console said, in a folder that the report names. */
export async function keepEvidence(t: TestContext | SuiteContext): Promise<void> {
  if (!("passed" in t) || t.passed === true) return;
  const folder = join(tmpdir(), "annona-console-failures", t.name.replace(/\W+/g, "-").slice(0, 60));
  await mkdir(folder, { recursive: true });
  for (const [index, { name, page, said, complaints }] of openDesks().entries()) {
    const file = join(folder, `${index + 1}-${name}`);
    await page.screenshot({ path: `${file}.png`, fullPage: true });
    const texts = await page.locator("body").allInnerTexts();
    await writeFile(`${file}.txt`, [page.url(), ...said, ...complaints, "", ...texts].join("\n"));
  }
  t.diagnostic?.(`what the desks showed: ${folder}`);
}

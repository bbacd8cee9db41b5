// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needs } from "#test/sdk/support/sharedData.ts";

const SCHEMA = "iati/xsd/iati-activities-schema.xsd";

/** Skips where the tool or the schema is not there. */
export function needsXmllint(): { skip: string | false } {
  if (spawnSync("xmllint", ["--version"]).error !== undefined)
    return { skip: "xmllint is not on this machine" };
  return needs(SCHEMA);
}

/** Whether the file is valid against the schema of IATI 2.03. */
export function xmllint(xml: string): { status: number | null; complaint: string } {
  const folder = mkdtempSync(join(tmpdir(), "annona-iati-"));
  try {
    const file = join(folder, "activities.xml");
    writeFileSync(file, xml);
    const schema = fileURLToPath(new URL(`../../../../../shared/data/${SCHEMA}`, import.meta.url));
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--schema", schema, file]);
    return { status, complaint: status === 0 ? "" : String(stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

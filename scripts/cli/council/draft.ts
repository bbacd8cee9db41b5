// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { CouncilCall } from "#sdk/council/index.ts";
import { parseJson } from "#sdk/formats/parseJson.ts";
import { CliError } from "../CliError.ts";
import { pathOf } from "../settings.ts";

const FORMAT = "annona-council-draft-1";

const schema = z.object({
  format: z.literal(FORMAT),
  council: z.string(),
  calls: z.array(
    z.object({
      target: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
      data: z.string().regex(/^0x([0-9a-fA-F]{2})*$/),
    }),
  ),
});

/**
 * The calls of a draft, which is a file of this machine; none where there is no file yet.
 * @throws CliError CLI-413 when it is something else, or of another council.
 */
export async function readDraft(file: string, council: string): Promise<readonly CouncilCall[]> {
  const path = pathOf(file);
  if (!existsSync(path)) return [];
  const parsed = schema.safeParse(parseJson(await readFile(path, "utf8")));
  if (!parsed.success || parsed.data.council !== council) throw new CliError("badDraft", { file });
  return parsed.data.calls;
}

/** Write the calls that are to be decided together. */
export async function writeDraft(
  file: string,
  council: string,
  calls: readonly CouncilCall[],
): Promise<void> {
  await writeFile(pathOf(file), `${JSON.stringify({ format: FORMAT, council, calls }, null, 2)}\n`);
}

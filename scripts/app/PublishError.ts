// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";

/** Why a console was not published. Words in braces are filled in. */
const PUBLISH_ERRORS = {
  notBuilt: [
    "CONFIG-201",
    "There is no built app in {folder}.",
    "Run npm run build first, or name the folder of a build with --app.",
  ],
  notOurs: [
    "CONFIG-202",
    "The folder {folder} holds something that was not published here.",
    "Name another folder with --out, or empty this one.",
  ],
  unreadable: [
    "CONFIG-203",
    "The configuration {file} is not a readable JSON file.",
    "Check the path and the file; docs/examples/console.json shows one.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export function publishError(
  name: keyof typeof PUBLISH_ERRORS,
  facts: Readonly<Record<string, string>> = {},
  cause?: unknown,
): AnnonaError {
  const [code, summary, next] = PUBLISH_ERRORS[name];
  return new AnnonaError({ code, summary: fill(summary, facts), next: fill(next, facts), cause });
}

function fill(template: string, facts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
}

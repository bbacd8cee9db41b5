// SPDX-License-Identifier: Apache-2.0
import { AnnonaError } from "#sdk/errors/index.ts";

/** Why a start ended. A number is never reused for something else; words in braces are filled in. */
const START_ERRORS = {
  portTaken: [
    "START-101",
    "Port {port} of this machine, for {what}, is taken by another program.",
    "Stop that program, or choose another port: {variable}={other} npm start",
  ],
  running: [
    "START-102",
    "Annona runs on this machine already.",
    "Open {url}, or stop it first with Ctrl-C where it was started.",
  ],
  badPort: [
    "START-103",
    "{variable} is {value}, which is no port.",
    "Give a number from 1 to 65535, or leave it out.",
  ],
  chainFailed: [
    "START-201",
    "The local chain did not start.",
    "Run npm start again; if it fails again, move the folder {folder} away to begin with an empty chain.",
  ],
  chainEnded: [
    "START-202",
    "The local chain has ended by itself.",
    "Run npm start again; it goes on with the last saved state.",
  ],
  buildFailed: [
    "START-301",
    "{what} could not be built.",
    "Read the output above; after a change of the sources, correct it and start again.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

/** A start that cannot go on. */
export class StartError extends AnnonaError {
  override readonly name: string = "StartError";

  constructor(
    name: keyof typeof START_ERRORS,
    facts: Readonly<Record<string, string | number>> = {},
    details?: string,
  ) {
    const [code, summary, next] = START_ERRORS[name];
    super({ code, summary: fill(summary, facts), next: fill(next, facts), ...(details ? { details } : {}) });
  }
}

function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}

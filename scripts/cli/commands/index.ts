// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";

/** A command as `annona --help` lists it. */
export interface Listed {
  /** Its name, with the arguments that it takes itself. */
  readonly call: string;
  readonly about: string;
  /** What adds its options, its subcommands and what it does. */
  readonly load: () => Promise<(command: Command) => void>;
}

/**
 * All commands, in the order of a month's work. Each process runs one of them, so each is loaded when it is called: with what the others
 * stand on, a start would take three times as long.
 */
export const COMMANDS: readonly Listed[] = [
  {
    call: "accounts",
    about: "open household accounts",
    load: async () => (await import("./accounts.ts")).accountsCommands,
  },
  {
    call: "list",
    about: "check and commit entitlement lists",
    load: async () => (await import("./list.ts")).listCommands,
  },
  {
    call: "cycle",
    about: "prepare, approve, load and end cycles",
    load: async () => (await import("./cycle.ts")).cycleCommands,
  },
  {
    call: "shop",
    about: "register shops and change their terms, with two officers",
    load: async () => (await import("./shop.ts")).shopCommands,
  },
  {
    call: "terminal",
    about: "authorise and revoke points of sale",
    load: async () => (await import("./terminal.ts")).terminalCommands,
  },
  {
    call: "redeem <file>",
    about:
      "count receipts from a CSV file: batches, the terminals' signatures, the chain; goes on where it was cut off",
    load: async () => (await import("./redeem.ts")).redeemCommand,
  },
  {
    call: "correct",
    about: "propose to correct one receipt, once (finance); an approver runs it",
    load: async () => (await import("./correct.ts")).correctCommand,
  },
  {
    call: "reconcile <file>",
    about: "compare a shop's statement with the chain and the approved list",
    load: async () => (await import("./reconcile.ts")).reconcileCommand,
  },
  {
    call: "settle",
    about: "pay shops for reconciled receipts, with two officers",
    load: async () => (await import("./settle.ts")).settleCommands,
  },
  {
    call: "fund",
    about: "a programme's money: bring in, set fees aside, return; donor funds: give, allocate",
    load: async () => (await import("./fund.ts")).fundCommands,
  },
  {
    call: "replay",
    about: "give the money of a published file to a donor fund",
    load: async () => (await import("./replay.ts")).replayCommands,
  },
  {
    call: "pause",
    about: "pause redemptions or payouts, lift it, close a programme",
    load: async () => (await import("./pause.ts")).pauseCommands,
  },
  {
    call: "council",
    about: "what the member organisations decide",
    load: async () => (await import("./council.ts")).councilCommands,
  },
  {
    call: "document",
    about: "record documents and look up who recorded one",
    load: async () => (await import("./document.ts")).documentCommands,
  },
  {
    call: "acts",
    about: "what waits for a second officer",
    load: async () => (await import("./acts.ts")).actsCommands,
  },
  {
    call: "status",
    about: "programmes with their money and their cycles",
    load: async () => (await import("./status.ts")).statusCommand,
  },
  {
    call: "export",
    about: "write public data to standard output",
    load: async () => (await import("./export.ts")).exportCommands,
  },
  {
    call: "snapshot",
    about: "write all public data as files, laid out like the API, for static hosting",
    load: async () => (await import("./snapshot.ts")).snapshotCommand,
  },
  {
    call: "office",
    about: "what the office server keeps",
    load: async () => (await import("./office.ts")).officeCommands,
  },
  {
    call: "app",
    about: "the console as files for a web server",
    load: async () => (await import("./app.ts")).appCommands,
  },
];

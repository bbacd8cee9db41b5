// SPDX-License-Identifier: Apache-2.0
import { nameHashOf, newKeyAct, type Reconfigure, seatOf } from "#sdk/council/index.ts";
import { CliError } from "../CliError.ts";
import { addressOption, wholeNumber } from "../options.ts";
import { checkChange, type Decision, type Options } from "./decision.ts";
import type { Scene } from "./scene.ts";

const DAY = 86_400;
const DAYS = /^\d{1,3}(?:\.\d{1,4})?$/;

const memberKey: Decision = {
  name: "member-key",
  about: "give a member a new key; name and rules stay",
  fields: (command) =>
    command
      .requiredOption("--member <address>", "the member's address now")
      .requiredOption("--address <address>", "a key that the member holds, or its shared wallet"),
  acts: async (_, { council }, options) => {
    const seat = seatOf(council, memberIn({ council }, "--member", String(options.member)));
    const address = addressOption("--address", String(options.address));
    return seat === undefined ? [] : [checkChange(council, newKeyAct(council, seat, address))];
  },
};

const change: Decision = {
  name: "change",
  about: "change members and rules of the council together; what is not named stays",
  fields: (command) =>
    command
      .option("--remove <addresses>", "members who leave, with commas between them")
      .option(
        "--add-name <name>",
        "new member: public name, letter for letter; the ledger keeps its fingerprint",
      )
      .option("--add-address <address>", "new member: a key, or a shared wallet")
      .option("--quorum <number>", "approvals for ordinary decisions")
      .option("--upgrade-quorum <number>", "approvals for members, rules and code")
      .option("--delay <days>", "delay, at most 30")
      .option("--upgrade-delay <days>", "delay for code, 14 to 90")
      .option("--grace <days>", "time to carry it out, 3 to 60"),
  acts: async (_, scene, options) => [checkChange(scene.council, changeOf(scene, options))],
};

function changeOf(scene: Scene, options: Options): Reconfigure {
  const { settings } = scene.council;
  const removed = typeof options.remove === "string" ? options.remove.split(",") : [];
  return {
    kind: "reconfigure",
    added: addedBy(options),
    removed: removed.map((text) => memberIn(scene, "--remove", text.trim())),
    settings: {
      quorum: countIn("--quorum", options.quorum, settings.quorum),
      upgradeQuorum: countIn("--upgrade-quorum", options.upgradeQuorum, settings.upgradeQuorum),
      delay: secondsIn("--delay", options.delay, settings.delay),
      upgradeDelay: secondsIn("--upgrade-delay", options.upgradeDelay, settings.upgradeDelay),
      gracePeriod: secondsIn("--grace", options.grace, settings.gracePeriod),
    },
  };
}

/** Nobody, or one new member. @throws CliError CLI-102 when only half of one is given. */
function addedBy({ addName, addAddress }: Options): Reconfigure["added"] {
  if (addName === undefined && addAddress === undefined) return [];
  if (typeof addName !== "string" || typeof addAddress !== "string") {
    throw new CliError("optionMissing", { option: "--add-name or --add-address", wanted: "both, or none" });
  }
  return [{ account: addressOption("--add-address", addAddress), nameHash: nameHashOf(addName.trim()) }];
}

/** The address of somebody with a seat. @throws CliError CLI-101. */
function memberIn({ council }: Pick<Scene, "council">, option: string, text: string): string {
  const seat = seatOf(council, addressOption(option, text));
  if (seat !== undefined) return seat.account;
  const wanted = `a member's address: ${council.members.map(({ account }) => account).join(", ")}`;
  throw new CliError("badOption", { option, value: text, wanted });
}

function countIn(option: string, text: string | boolean | undefined, otherwise: number): number {
  return typeof text === "string" ? wholeNumber(option, text, 1) : otherwise;
}

function secondsIn(option: string, text: string | boolean | undefined, otherwise: number): number {
  if (typeof text !== "string") return otherwise;
  if (DAYS.test(text)) return Math.round(Number(text) * DAY);
  throw new CliError("badOption", { option, value: text, wanted: "days in figures, such as 2 or 0.5" });
}

/** What the council decides about itself. */
export const MEMBER_DECISIONS: readonly Decision[] = [memberKey, change];

// SPDX-License-Identifier: Apache-2.0
import type { BeaconName } from "#sdk/council/index.ts";
import { keyCheckOf } from "#sdk/list/index.ts";
import type { Desk } from "../command.ts";
import { addressOption, wholeNumber, wordOption } from "../options.ts";
import { readConsortiumKey } from "../settings.ts";
import { type Decision, warn } from "./decision.ts";
import { oneOf } from "./organisations.ts";
import type { Scene } from "./scene.ts";

const CODE_OF = "--code-of <contracts>";
const CODE_OF_HELP = "programmes or agreements";

const upgrade: Decision = {
  name: "upgrade",
  about: "change the code of all programmes or all agreements at once",
  fields: (command) =>
    command
      .requiredOption(CODE_OF, CODE_OF_HELP)
      .requiredOption("--address <address>", "a contract that is deployed, and whose code you have verified"),
  acts: async (_, scene, options) => [
    {
      kind: "upgrade",
      beacon: beaconIn(scene, options.codeOf),
      implementation: addressOption("--address", String(options.address)),
    },
  ],
};

const handOver: Decision = {
  name: "hand-over",
  about: "hand over who may change the code of all programmes or all agreements",
  fields: (command) =>
    command
      .requiredOption(CODE_OF, CODE_OF_HELP)
      .option("--address <address>", "another council or a timelock; not one person's key")
      .option("--nobody", "the code can never be replaced again"),
  acts: async (desk, scene, { codeOf, address, nobody }) => {
    const owner = oneOf("--address", address, nobody);
    if (owner === undefined) {
      warn("This cannot be undone by anybody. A fault in the code would stay in every one of them for ever.");
    } else {
      await warnOfOneKey(desk, owner);
    }
    return [{ kind: "handOverBeacon", beacon: beaconIn(scene, codeOf), owner }];
  },
};

const newCouncil: Decision = {
  name: "new-council",
  about: "put another council in this one's place",
  fields: (command) =>
    command.requiredOption(
      "--address <address>",
      "a contract that decides as this one does, and is deployed",
    ),
  acts: async (desk, _, options) => {
    const council = addressOption("--address", String(options.address));
    await warnOfOneKey(desk, council);
    return [{ kind: "changeCouncil", council }];
  },
};

const publishKey: Decision = {
  name: "publish-key",
  about:
    "publish the check value of the consortium key, so that a machine with another key opens no accounts",
  fields: (command) => command.requiredOption("--key-version <number>", "version of the key"),
  acts: async ({ settings }, _, { keyVersion }) => {
    const key = await readConsortiumKey(settings.consortiumKey);
    const version = wholeNumber("--key-version", String(keyVersion), 1);
    return [{ kind: "publishKeyCheck", version, check: await keyCheckOf(key) }];
  },
};

function beaconIn({ book }: Scene, text: string | boolean | undefined): BeaconName {
  return wordOption("--code-of", String(text), Object.keys(book.beacons) as BeaconName[]);
}

/** Power over everybody's money in the hands of one key is worth a word. @throws CliError CLI-101 for no address. */
async function warnOfOneKey({ suite }: Desk, address: string): Promise<void> {
  if ((await suite.provider.getCode(address)) !== "0x") return;
  warn(
    "There is no contract at this address: whoever has this one key would hold the power alone, and without any delay.",
  );
}

/** What the council decides about code, its own place, and the consortium's key. */
export const CODE_DECISIONS: readonly Decision[] = [upgrade, handOver, newCouncil, publishKey];

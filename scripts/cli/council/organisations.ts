// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { nameArbiterActs, readArbiters } from "#sdk/council/index.ts";
import { ORGANISATION_KINDS } from "#sdk/history/names.ts";
import { CliError } from "../CliError.ts";
import { addressOption, momentOption, wordOption } from "../options.ts";
import { type Decision, organisationIn } from "./decision.ts";
import { organisationsOf } from "./scene.ts";

const KINDS = ORGANISATION_KINDS.map((kind) => kind.toLowerCase());
const ORGANISATION = "--organisation <name>";
const ORGANISATION_HELP = "organisation by name or number";
const PANEL_NAME = "Arbiters of the consortium";

const admit: Decision = {
  name: "admit",
  about: "admit an organisation to the consortium",
  fields: (command) =>
    command
      .requiredOption("--name <name>", "its public name")
      .requiredOption("--kind <kind>", "agency, partner, donor or monitor")
      .requiredOption("--administrator <address>", "who appoints its officers: best a shared wallet")
      .option("--iati <identifier>", "IATI organisation identifier"),
  acts: async (_, __, options) => {
    const kind = KINDS.indexOf(wordOption("--kind", String(options.kind), KINDS));
    return [
      {
        kind: "admit",
        name: String(options.name),
        organisationKind: ORGANISATION_KINDS[kind] ?? "Agency",
        iatiIdentifier: String(options.iati ?? ""),
        administrator: addressOption("--administrator", String(options.administrator)),
      },
    ];
  },
};

const guardian: Decision = {
  name: "guardian",
  about: "name who can cancel appointments and pause programmes of an organisation",
  fields: (command) =>
    command
      .requiredOption(ORGANISATION, ORGANISATION_HELP)
      .option("--address <address>", "the guardian")
      .option("--nobody", "leave it without a guardian"),
  acts: async (desk, _, { organisation, address, nobody }) => {
    const named = oneOf("--address", address, nobody);
    return [
      {
        kind: "nameGuardian",
        organisation: await organisationIn(desk, String(organisation)),
        guardian: named,
      },
    ];
  },
};

const trustee: Decision = {
  name: "trustee",
  about: "name who acts for a suspended organisation, so that its shops are paid",
  fields: (command) =>
    command
      .requiredOption(ORGANISATION, "suspended organisation by name or number")
      .requiredOption("--trustee <name>", "organisation that acts for it"),
  acts: async (desk, _, options) => [
    {
      kind: "nameTrustee",
      organisation: await organisationIn(desk, String(options.organisation)),
      trustee: await organisationIn(desk, String(options.trustee)),
    },
  ],
};

const standing = (kind: "suspend" | "reinstate", about: string): Decision => ({
  name: kind,
  about,
  fields: (command) => command.requiredOption(ORGANISATION, ORGANISATION_HELP),
  acts: async (desk, _, { organisation }) => [
    { kind, organisation: await organisationIn(desk, String(organisation)) },
  ],
});

const arbiter: Decision = {
  name: "arbiter",
  about: "name an arbiter, whom agencies and partners can choose in their terms",
  fields: (command: Command) =>
    command
      .requiredOption(
        "--address <address>",
        "a key or shared wallet of nobody who is an officer of either side",
      )
      .option("--until <day>", "last day, YYYY-MM-DD (default: without end)")
      .option(
        "--list-name <name>",
        "what the council's list is called, which the first arbiter founds",
        PANEL_NAME,
      ),
  acts: async (desk, { council }, options) => {
    const until =
      typeof options.until === "string" ? momentOption("--until", options.until, "last") : undefined;
    if (until !== undefined && until <= council.time) {
      const wanted = "a day that is not over by the ledger's time";
      throw new CliError("badOption", { option: "--until", value: String(options.until), wanted });
    }
    const [panel, organisations] = await Promise.all([
      readArbiters(desk.suite, council),
      organisationsOf(desk),
    ]);
    return nameArbiterActs(council.address, panel, organisations.length, {
      arbiter: addressOption("--address", String(options.address)),
      until,
      panelName: String(options.listName),
    });
  },
};

const dismissArbiter: Decision = {
  name: "dismiss-arbiter",
  about: "end the mandate of an arbiter",
  fields: (command) => command.requiredOption("--address <address>", "the arbiter"),
  acts: async ({ suite }, { council }, options) => {
    const { organisation, arbiters } = await readArbiters(suite, council);
    const address = addressOption("--address", String(options.address));
    const serving = arbiters.filter(({ readyAt }) => readyAt === undefined).map(({ account }) => account);
    if (organisation === undefined || !serving.includes(address)) {
      const wanted = `one with a mandate: ${serving.join(", ") || "there is none"}`;
      throw new CliError("badOption", { option: "--address", value: address, wanted });
    }
    return [{ kind: "dismissArbiter", organisation, arbiter: address }];
  },
};

/** An address, or undefined where --nobody says so. @throws CliError CLI-102 when both or neither are given. */
export function oneOf(
  option: string,
  address: string | boolean | undefined,
  nobody: string | boolean | undefined,
): string | undefined {
  if (typeof address === "string" && nobody !== true) return addressOption(option, address);
  if (address === undefined && nobody === true) return undefined;
  throw new CliError("optionMissing", { option: `${option} or --nobody`, wanted: "one of the two" });
}

/** What the council decides about the consortium's organisations and its arbiters. */
export const ORGANISATION_DECISIONS: readonly Decision[] = [
  admit,
  guardian,
  arbiter,
  dismissArbiter,
  trustee,
  standing("suspend", "take an organisation its roles"),
  standing("reinstate", "give an organisation its roles back"),
];

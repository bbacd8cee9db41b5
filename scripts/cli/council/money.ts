// SPDX-License-Identifier: Apache-2.0
import { getAddress } from "ethers";
import { documentHash } from "#sdk/agency/index.ts";
import { type CouncilDispute, readDisputes } from "#sdk/council/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { CliError } from "../CliError.ts";
import { amountOption, formatMoment, wholeNumber, wordOption } from "../options.ts";
import { readUserFile } from "../settings.ts";
import { openProgramme } from "../suite.ts";
import { type Decision, type Options, warn } from "./decision.ts";

const SCOPES = {
  redemptions: { redemptions: true, payouts: false },
  payouts: { redemptions: false, payouts: true },
  both: { redemptions: true, payouts: true },
} as const;
type Scope = keyof typeof SCOPES;

const liftPause: Decision = {
  name: "lift-pause",
  about: "let a programme go on that a member has paused (the programme of --programme)",
  fields: (command) => command.requiredOption("--what <what>", "redemptions, payouts or both"),
  acts: async ({ suite, settings }, _, { what }) => {
    const scope = wordOption("--what", String(what), Object.keys(SCOPES) as Scope[]);
    const { address } = await openProgramme(suite, settings.programme);
    return [{ kind: "liftPause", programme: getAddress(address), ...SCOPES[scope] }];
  },
};

const decideDispute: Decision = {
  name: "decide-dispute",
  about: "decide a dispute as the arbiter that an agreement's terms name",
  fields: (command) =>
    command
      .requiredOption("--agreement <title>", "agreement by title or address")
      .requiredOption("--milestone <number>", "number of the milestone")
      .requiredOption(
        "--to-partner <amount>",
        "what of the disputed amount the partner gets; the rest goes back",
      )
      .requiredOption("--decision <file>", "reasons of the decision; only its hash goes on the ledger"),
  acts: async ({ suite }, { book }, options) => {
    const dispute = disputeIn(await readDisputes(suite, book), options);
    const { agreement, milestone, disputed, decideBy } = dispute;
    const toPartner = amountOption(String(options.toPartner), agreement.currency);
    if (toPartner > disputed) {
      const wanted = `no more than is disputed, ${formatAmount(disputed, agreement.currency)}`;
      throw new CliError("badOption", { option: "--to-partner", value: String(options.toPartner), wanted });
    }
    warn(`To be carried out until ${formatMoment(decideBy)}; afterwards the default of the terms applies.`);
    const decision = documentHash(await readUserFile(String(options.decision)));
    return [
      { kind: "decideDispute", agreement: getAddress(agreement.address), milestone, toPartner, decision },
    ];
  },
};

/** @throws CliError CLI-312 naming the disputes that wait for the council. */
function disputeIn(disputes: readonly CouncilDispute[], options: Options): CouncilDispute {
  const wanted = String(options.agreement).toLowerCase();
  const number = wholeNumber("--milestone", String(options.milestone), 1);
  const found = disputes.find(
    ({ agreement: { title, address }, milestone }) =>
      milestone === number && (title.toLowerCase() === wanted || address.toLowerCase() === wanted),
  );
  if (found !== undefined) return found;
  const known = disputes.map(({ agreement, milestone }) => `${agreement.title}, milestone ${milestone}`);
  throw new CliError("noSuchDispute", {
    name: `${options.agreement}, milestone ${number}`,
    known: known.join("; ") || "none",
  });
}

/** What the council decides about money that stands still. */
export const MONEY_DECISIONS: readonly Decision[] = [liftPause, decideDispute];

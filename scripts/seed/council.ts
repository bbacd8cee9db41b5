// SPDX-License-Identifier: Apache-2.0
import type { Wallet } from "ethers";
import { ICouncil__factory } from "#bindings/index.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { memberOf } from "#scripts/deploy/councilPlan.ts";
import type { Suite } from "#sdk/agency/index.ts";
import { textRationale } from "#sdk/council/index.ts";
import type { People } from "./people.ts";

/** A call that the council makes. */
export interface CouncilCall {
  readonly target: string;
  readonly data: string;
}

const DAY = 86_400;
/** A local chain stands still between transactions, so nobody would see a delay end. Upgrades wait all the same. */
const DELAY = 0;

/**
 * Have a council of one decide and do something at once.
 * @param why What it is for, in words.
 */
export async function decideAlone(
  suite: Suite,
  member: Wallet,
  calls: readonly CouncilCall[],
  why: string,
): Promise<void> {
  const council = ICouncil__factory.connect(await suite.consortium.council(), suite.provider);
  const to = await council.getAddress();
  const rationale = textRationale(why);
  const restated = calls.map((call) => ({ ...call }));
  await signAndSend(member, {
    to,
    data: council.interface.encodeFunctionData("propose", [restated, rationale.hash, rationale.uri]),
  });
  await signAndSend(member, {
    to,
    data: council.interface.encodeFunctionData("execute", [
      await council.proposals(),
      restated,
      rationale.hash,
    ]),
  });
}

/** Give the founding member colleagues: from now on two of three organisations decide. */
export async function seatCouncil(suite: Suite, people: People): Promise<void> {
  const council = await suite.consortium.council();
  const settings = {
    quorum: 2,
    upgradeQuorum: 2,
    delay: DELAY,
    upgradeDelay: 14 * DAY,
    gracePeriod: 7 * DAY,
  };
  const added = [
    memberOf("Acacia Aid", people["council-2"].address),
    memberOf("Cedar Foundation", people["council-3"].address),
  ];
  const data = ICouncil__factory.createInterface().encodeFunctionData("reconfigure", [added, [], settings]);
  await decideAlone(
    suite,
    people.council,
    [{ target: council, data }],
    "The member organisations take their seats",
  );
}

/** Leave a proposal for the other members: one of them wants a fourth organisation in the consortium. */
export async function leaveProposal(suite: Suite, people: People): Promise<void> {
  const { consortium, deployment, provider } = suite;
  const council = ICouncil__factory.connect(await consortium.council(), provider);
  const name = "Date Palm Trust";
  const administrator = people["council-2"].address;
  const call = {
    target: deployment.contracts.consortium,
    data: consortium.interface.encodeFunctionData("admit", [name, 0, "XI-DEMO-4", administrator]),
  };
  const rationale = textRationale(`${name} works in the coastal districts and asks to share the accounts.`);
  const data = council.interface.encodeFunctionData("propose", [[call], rationale.hash, rationale.uri]);
  await signAndSend(people["council-2"], { to: await council.getAddress(), data });
}

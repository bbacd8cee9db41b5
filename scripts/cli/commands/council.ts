// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import {
  approveProposalCall,
  executeProposalCall,
  objectCall,
  type Proposal,
  readArbiters,
  readDisputes,
  readProposals,
  revokeApprovalCall,
  seatArbiterCall,
} from "#sdk/council/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { CliError } from "../CliError.ts";
import { type Desk, onChain } from "../command.ts";
import { proposeCommands } from "../council/propose.ts";
import { describe, headOf, MEMBER, proposalOf, sceneOf, showProposal } from "../council/scene.ts";
import { signatureCommands } from "../council/signatures.ts";
import { addressOption, formatMoment } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";

export function councilCommands(council: Command): void {
  onChain(
    council.command("list").description("members, rules, arbiters, disputes and proposals"),
    listCommand,
  );
  onChain(
    council.command("show <number>").description("one proposal: its calls, votes, and what it would change"),
    (desk, [number = ""]) => showProposal(desk, number),
  );
  proposeCommands(council);
  voteCommand(council, "approve", "approve a proposal", (place, proposal, member) =>
    approveProposalCall(place, proposal.hash, member),
  );
  voteCommand(council, "revoke", "take one's approval back", (place, _, member) =>
    revokeApprovalCall(place, member),
  );
  voteCommand(council, "object", "object to a proposal; enough objections stop it", (place, _, member) =>
    objectCall(place, member),
  );
  voteCommand(council, "execute", "carry out a proposal whose delay is over (anyone)", (place, proposal) =>
    executeProposalCall(place, proposal.calls, proposal.rationale.hash),
  );
  signatureCommands(council);
  onChain(
    council.command("seat <address>").description("begin the mandate of an arbiter after its delay (anyone)"),
    seatCommand,
  );
}

type Vote = (
  place: { readonly council: string; readonly id: number },
  proposal: Proposal,
  member: string,
) => ReturnType<typeof objectCall>;

function voteCommand(council: Command, name: string, description: string, callOf: Vote): void {
  onChain(council.command(`${name} <number>`).description(description), async (desk, [number = ""]) => {
    const scene = await sceneOf(desk);
    const before = await proposalOf(desk, scene.council, number);
    process.stderr.write(`${describe(scene, before).join("\n")}\n`);
    const signer = await desk.sign(MEMBER);
    const place = { council: scene.council.address, id: before.id };
    await signAndSend(signer, callOf(place, before, signer.address));
    return await showProposal(desk, number);
  });
}

/** @throws CliError CLI-101 when nobody of that address waits for a mandate. */
async function seatCommand(desk: Desk, [text = ""]: readonly string[]): Promise<Answer> {
  const { council, book } = await sceneOf(desk);
  const address = addressOption("address", text);
  const { organisation, arbiters } = await readArbiters(desk.suite, council);
  const waiting = arbiters.filter(({ readyAt }) => readyAt !== undefined).map(({ account }) => account);
  if (organisation === undefined || !waiting.includes(address)) {
    const wanted = `an arbiter whose mandate has not begun: ${waiting.join(", ") || "there is none"}`;
    throw new CliError("badOption", { option: "address", value: address, wanted });
  }
  await signAndSend(await desk.sign("relayer"), seatArbiterCall(book, organisation, address));
  return { data: { organisation, arbiter: address }, lines: [`The mandate of ${address} has begun.`] };
}

async function listCommand(desk: Desk): Promise<Answer> {
  const { suite } = desk;
  const scene = await sceneOf(desk);
  const { members, settings, epoch, time } = scene.council;
  const [proposals, { arbiters }, disputes] = await Promise.all([
    readProposals(suite, scene.council),
    readArbiters(suite, scene.council),
    readDisputes(suite, scene.book),
  ]);
  const waiting = disputes.map(({ agreement, milestone, disputed, decideBy }) => ({
    agreement: agreement.address,
    title: agreement.title,
    milestone,
    disputed: formatAmount(disputed, agreement.currency),
    currency: agreement.currency.code,
    decideBy,
  }));
  return {
    data: { epoch, settings, members, arbiters, disputes: waiting, proposals },
    lines: [
      `Epoch ${epoch}: ${settings.quorum} of ${members.length} members decide, ${settings.upgradeQuorum} about members, rules and code.`,
      `Ledger's time: ${formatMoment(time)}`,
      ...members.map(({ account, isContract }) => `  ${account}${isContract ? " (shared wallet)" : ""}`),
      ...arbiters.map(({ account, until, readyAt }) => {
        const begins = readyAt === undefined ? "" : `, can begin from ${formatMoment(readyAt)}`;
        return `Arbiter ${account}${until === undefined ? "" : `, until ${formatMoment(until)}`}${begins}`;
      }),
      ...waiting.map(
        ({ title, milestone, disputed, currency, decideBy }) =>
          `Dispute: ${title}, milestone ${milestone}: ${disputed} ${currency}, to be decided by ${formatMoment(decideBy)}`,
      ),
      ...proposals.map((proposal) => headOf(scene, proposal)),
    ],
  };
}

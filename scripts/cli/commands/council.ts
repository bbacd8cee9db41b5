// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { eventOf } from "#sdk/agency/index.ts";
import {
  approveProposalCall,
  type Council,
  type CouncilAct,
  type CouncilBook,
  decodeCall,
  encodeAct,
  executeProposalCall,
  objectCall,
  type Proposal,
  proposeCallsCall,
  readBook,
  readCouncil,
  readProposal,
  readProposals,
  revokeApprovalCall,
  simulateCalls,
  textRationale,
} from "#sdk/council/index.ts";
import { ORGANISATION_KINDS } from "#sdk/history/names.ts";
import { type Desk, onChain } from "../command.ts";
import { addressOption, formatMoment, wholeNumber, wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";

type Options = Record<string, string | boolean | undefined>;

const MEMBER = "council";

export function councilCommands(council: Command): void {
  onChain(council.command("list").description("members, rules and proposals"), listCommand);
  onChain(
    council.command("show <number>").description("one proposal: its calls, votes, and what it would change"),
    (desk, [number = ""]) => showCommand(desk, number),
  );
  const propose = council.command("propose").description("propose a decision (member)");
  const admit = propose
    .command("admit")
    .description("admit an organisation to the consortium")
    .requiredOption("--name <name>", "its public name")
    .requiredOption("--kind <kind>", "agency, partner, donor or monitor")
    .requiredOption("--administrator <address>", "who appoints its officers")
    .option("--iati <identifier>", "IATI organisation identifier")
    .requiredOption("--why <text>", "reasons; they stand on the ledger, for everybody");
  onChain(admit, admitCommand);
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
    return await showCommand(desk, number);
  });
}

async function admitCommand(desk: Desk, _: readonly string[], options: Options): Promise<Answer> {
  const kinds = ORGANISATION_KINDS.map((kind) => kind.toLowerCase());
  const kind = kinds.indexOf(wordOption("--kind", String(options.kind), kinds));
  return await proposeActs(desk, String(options.why), [
    {
      kind: "admit",
      name: String(options.name),
      organisationKind: ORGANISATION_KINDS[kind] ?? "Agency",
      iatiIdentifier: String(options.iati ?? ""),
      administrator: addressOption("--administrator", String(options.administrator)),
    },
  ]);
}

async function proposeActs(desk: Desk, why: string, acts: readonly CouncilAct[]): Promise<Answer> {
  const { council, book } = await sceneOf(desk);
  const signer = await desk.sign(MEMBER);
  const calls = acts.map((act) => encodeAct(book, act));
  const call = proposeCallsCall(council.address, calls, textRationale(why), signer.address);
  const receipt = await signAndSend(signer, call);
  return await showCommand(desk, String(eventOf(call, receipt.logs)?.args.proposalId));
}

interface Scene {
  readonly council: Council;
  readonly book: CouncilBook;
}

async function sceneOf({ suite }: Desk): Promise<Scene> {
  const council = await readCouncil(suite);
  return { council, book: await readBook(suite, council.address) };
}

async function proposalOf({ suite }: Desk, council: Council, number: string): Promise<Proposal> {
  return await readProposal(suite, council, wholeNumber("number", number, 1));
}

async function listCommand(desk: Desk): Promise<Answer> {
  const scene = await sceneOf(desk);
  const { members, settings, epoch, time } = scene.council;
  const proposals = await readProposals(desk.suite, scene.council);
  return {
    data: { epoch, settings, members, proposals },
    lines: [
      `Epoch ${epoch}: ${settings.quorum} of ${members.length} members decide, ${settings.upgradeQuorum} about members, rules and code.`,
      `Ledger's time: ${formatMoment(time)}`,
      ...members.map(({ account, isContract }) => `  ${account}${isContract ? " (shared wallet)" : ""}`),
      ...proposals.map((proposal) => headOf(scene, proposal)),
    ],
  };
}

async function showCommand(desk: Desk, number: string): Promise<Answer> {
  const scene = await sceneOf(desk);
  const proposal = await proposalOf(desk, scene.council, number);
  const isOver = proposal.state === "Executed" || proposal.state === "Cancelled";
  const trial = isOver ? undefined : await simulateCalls(desk.suite, scene.book, proposal.calls);
  const acts = proposal.calls.map((call) => decodeCall(scene.book, call));
  const verdict =
    trial?.passes === true ? "Tried now, every call goes through." : "Tried now, a call is refused.";
  return {
    data: { ...proposal, acts, trial },
    lines: [...describe(scene, proposal), ...(trial === undefined ? [] : [verdict])],
  };
}

function headOf({ book }: Scene, { id, state, calls, approvedBy, approvalsNeeded }: Proposal): string {
  const kinds = calls.map((call) => decodeCall(book, call).kind).join(", ");
  return `Proposal ${id}: ${kinds}; ${state.toLowerCase()}, ${approvedBy.length} of ${approvalsNeeded} approvals`;
}

function describe(scene: Scene, proposal: Proposal): string[] {
  const { window, objectedBy, objectionsNeeded, rationale } = proposal;
  const acts = proposal.calls.flatMap((call) => {
    const act = decodeCall(scene.book, call);
    const values = JSON.stringify(act, (_, value) => (typeof value === "bigint" ? String(value) : value), 2);
    const warning =
      act.kind === "unknown" ? ["  UNKNOWN CALL: do not approve what nobody you trust has read."] : [];
    return [...warning, ...values.split("\n").map((line) => `  ${line}`)];
  });
  return [
    headOf(scene, proposal),
    ...acts,
    `  rationale ${rationale.hash} ${rationale.uri}`,
    ...(objectedBy.length === 0
      ? []
      : [`  ${objectedBy.length} of ${objectionsNeeded} objections that stop it`]),
    ...(window === undefined
      ? []
      : [`  can be carried out from ${formatMoment(window.from)} to ${formatMoment(window.until)}`]),
  ];
}

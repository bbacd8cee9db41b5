// SPDX-License-Identifier: Apache-2.0
import { type Organisation, readOrganisation } from "#sdk/agency/index.ts";
import {
  type Change,
  type Council,
  type CouncilBook,
  decodeCall,
  type Proposal,
  readBook,
  readCouncil,
  readProposal,
  type Simulation,
  simulateCalls,
} from "#sdk/council/index.ts";
import type { Desk } from "../command.ts";
import { formatMoment, wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";

/** Who signs where no other key is named. */
export const MEMBER = "council";

/** The council as it is now, with what its calls may go to. */
export interface Scene {
  readonly council: Council;
  readonly book: CouncilBook;
}

export async function sceneOf({ suite }: Desk): Promise<Scene> {
  const council = await readCouncil(suite);
  return { council, book: await readBook(suite, council.address) };
}

/** @throws CliError CLI-101, CouncilError COUNCIL-102. */
export async function proposalOf({ suite }: Desk, council: Council, number: string): Promise<Proposal> {
  return await readProposal(suite, council, wholeNumber("number", number, 1));
}

/** Every organisation of the consortium, in the order of their numbers. */
export async function organisationsOf({ suite }: Desk): Promise<Organisation[]> {
  const count = Number(await suite.consortium.organisations());
  return await Promise.all(Array.from({ length: count }, (_, i) => readOrganisation(suite, i + 1)));
}

/** A proposal with its votes and, while it is not over, what it would change now. */
export async function showProposal(desk: Desk, number: string): Promise<Answer> {
  const scene = await sceneOf(desk);
  const proposal = await proposalOf(desk, scene.council, number);
  const isOver = proposal.state === "Executed" || proposal.state === "Cancelled";
  const trial = isOver ? undefined : await simulateCalls(desk.suite, scene.book, proposal.calls);
  const acts = proposal.calls.map((call) => decodeCall(scene.book, call));
  return {
    data: { ...proposal, acts, trial },
    lines: [...describe(scene, proposal), ...(trial === undefined ? [] : trialLines(trial))],
  };
}

export function headOf({ book }: Scene, { id, state, calls, approvedBy, approvalsNeeded }: Proposal): string {
  const kinds = calls.map((call) => decodeCall(book, call).kind).join(", ");
  return `Proposal ${id}: ${kinds}; ${state.toLowerCase()}, ${approvedBy.length} of ${approvalsNeeded} approvals`;
}

/** What a proposal says and how it stands. */
export function describe(scene: Scene, proposal: Proposal): string[] {
  const { window, objectedBy, objectionsNeeded, rationale } = proposal;
  return [
    headOf(scene, proposal),
    ...callLines(scene, proposal.calls),
    `  rationale ${rationale.hash} ${rationale.uri}`,
    ...(objectedBy.length === 0
      ? []
      : [`  ${objectedBy.length} of ${objectionsNeeded} objections that stop it`]),
    ...(window === undefined
      ? []
      : [`  can be carried out from ${formatMoment(window.from)} to ${formatMoment(window.until)}`]),
  ];
}

/** Calls in the field's terms. */
export function callLines({ book }: Scene, calls: Proposal["calls"]): string[] {
  return calls.flatMap((call) => {
    const act = decodeCall(book, call);
    const values = JSON.stringify(act, (_, value) => (typeof value === "bigint" ? String(value) : value), 2);
    const warning =
      act.kind === "unknown" ? ["  UNKNOWN CALL: do not approve what nobody you trust has read."] : [];
    return [...warning, ...values.split("\n").map((line) => `  ${line}`)];
  });
}

/** What calls would change now, or that one of them is refused. */
export function trialLines({ passes, changes = [] }: Simulation): string[] {
  const verdict = passes ? "Tried now, every call goes through." : "Tried now, a call is refused.";
  return [verdict, ...changes.map(changeLine)];
}

function changeLine({ field, subject, before, after }: Change): string {
  const about = subject === undefined ? "" : ` of ${valuesOf(subject)}`;
  return `  ${field}${about}: ${valuesOf(before)} -> ${valuesOf(after)}`;
}

function valuesOf({ kind, ...values }: Change["before"] | NonNullable<Change["subject"]>): string {
  const written = Object.values(values).map(String).join(" ");
  return kind === "organisation" ? `organisation ${written}` : written || kind;
}

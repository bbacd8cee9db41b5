// SPDX-License-Identifier: Apache-2.0

import { keccak256 } from "ethers";
import { IDualControl__factory } from "#bindings/index.ts";
import { AgencyError } from "./AgencyError.ts";
import { ACT_LAPSES_AFTER, type ActRule, actRule } from "./actRules.ts";
import { readEvents } from "./logs.ts";
import type { ActingOfficer } from "./officers.ts";
import { type ReadAct, readAct } from "./readAct.ts";
import type { Suite } from "./suite.ts";

/** A contract that keeps proposals. A programme's handle fits. */
export interface ActSource {
  readonly address: string;
  /** Whose officers act; not needed for the account registry, whose acts name it. */
  readonly organisation?: number;
}

/** A proposal that waits for its second officer. */
export interface OpenAct extends ReadAct {
  readonly actId: bigint;
  readonly contract: string;
  readonly proposer: string;
  /** Unix seconds, as all times here. */
  readonly proposedAt: number;
  /** Calldata that will run. */
  readonly act: string;
  /** Whose officers act; absent when the source did not say. */
  readonly organisation?: number;
  /** Who may approve it; absent for a function that this version does not know. */
  readonly rule?: ActRule;
  /** It can be approved from then on, and until {@link lapsesAt}. */
  readonly readyAt: number;
  readonly lapsesAt: number;
}

/** Open proposals of a contract, oldest first. */
export async function openActs(suite: Suite, source: ActSource): Promise<OpenAct[]> {
  const control = IDualControl__factory.connect(source.address, suite.provider);
  const { filters } = control;
  const [proposed, approved, withdrawn] = await Promise.all([
    readEvents(suite, control, filters.ActProposed()),
    readEvents(suite, control, filters.ActApproved()),
    readEvents(suite, control, filters.ActWithdrawn()),
  ]);
  const ended = new Set([...approved, ...withdrawn].map(({ args }) => args.actId));
  const acts = await Promise.all(
    proposed.map(async ({ args: { actId, proposer, act } }) => {
      if (ended.has(actId)) return [];
      const open = await control.proposedAct(actId);
      // The chain's hash decides: what an event says about another branch of the chain is not restated.
      if (open.proposer !== proposer || open.hash !== keccak256(act)) return [];
      return [describe(source, { actId, proposer, act, proposedAt: Number(open.proposedAt) })];
    }),
  );
  return acts.flat();
}

/** @throws AgencyError AGENCY-102 when there is none with this number. */
export async function openAct(suite: Suite, source: ActSource, actId: bigint): Promise<OpenAct> {
  const act = (await openActs(suite, source)).find((candidate) => candidate.actId === actId);
  if (act === undefined) throw new AgencyError("noSuchAct", { act: String(actId) });
  return act;
}

function describe(
  source: ActSource,
  proposal: Pick<OpenAct, "actId" | "proposer" | "act" | "proposedAt">,
): OpenAct {
  const read = readAct(proposal.act);
  const rule = actRule(read.name);
  const organisation = source.organisation ?? namedOrganisation(read);
  const readyAt = proposal.proposedAt + (rule?.wait ?? 0);
  return {
    ...proposal,
    ...read,
    contract: source.address,
    ...(organisation === undefined ? {} : { organisation }),
    ...(rule === undefined ? {} : { rule }),
    readyAt,
    lapsesAt: readyAt + ACT_LAPSES_AFTER,
  };
}

function namedOrganisation({ args }: ReadAct): number | undefined {
  return typeof args.organisation === "bigint" ? Number(args.organisation) : undefined;
}

/** Why somebody cannot approve an act. */
export type Hindrance = "lapsed" | "own" | "role" | "tooEarly";

/**
 * What stands between an officer and approving an act; undefined when they can.
 * @param officer With the roles in the organisation that the act is of.
 * @param now Unix seconds.
 */
export function hindranceOf(
  { rule, proposer, readyAt, lapsesAt }: Pick<OpenAct, "rule" | "proposer" | "readyAt" | "lapsesAt">,
  officer: ActingOfficer,
  now: number,
): Hindrance | undefined {
  if (now > lapsesAt) return "lapsed";
  if (proposer.toLowerCase() === officer.address.toLowerCase()) return "own";
  if (rule !== undefined && !officer.roles.has(rule.approver)) return "role";
  return now < readyAt ? "tooEarly" : undefined;
}

// SPDX-License-Identifier: Apache-2.0

import { type ActingOfficer, officerRoles, type Role } from "#sdk/agency/officers.ts";
import { hindranceOf, type OpenAct, openActs } from "#sdk/agency/openActs.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { timeNow } from "#sdk/agreements/tasks.ts";
import type { Amount } from "#sdk/money/index.ts";
import { type FundHandle, listFunds } from "./handle.ts";
import { type Fund, readFund } from "./readFund.ts";
import type { FundRecipient } from "./recipients.ts";

/** Something that an officer of the fund should do about its money. */
export interface FundStep {
  readonly step: /** Money is earmarked for a recipient that is open, and waits. */
    | "allocate"
    /** A recipient's returns are not booked in full. */
    | "book"
    /** Tokens came unasked. */
    | "accept"
    /** Money is earmarked for a recipient that is closed. */
    | "release";
  /** Ledger units. */
  readonly amount: Amount;
  readonly recipient?: FundRecipient;
}

/** A fund as somebody sees it. */
export interface OwnFund {
  readonly handle: FundHandle;
  readonly fund: Fund;
  /** What they may do in the fund's organisation. */
  readonly officer: ActingOfficer;
  /** Every proposal that waits for a second officer. */
  readonly acts: readonly OpenAct[];
  /** Those that they may approve. */
  readonly toApprove: readonly OpenAct[];
  /** What waits for a Finance officer; nothing for others. */
  readonly steps: readonly FundStep[];
}

/** Whose work in a fund it is. */
const FUND_ROLES: readonly Role[] = ["Finance", "Approver"];

/** Funds in whose organisation an address is Finance or Approver, in the order of their creation. */
export async function readOwnFunds(suite: Suite, address: string): Promise<OwnFund[]> {
  const [handles, now] = await Promise.all([listFunds(suite), timeNow(suite)]);
  const roles = await Promise.all(
    handles.map(({ organisation }) => officerRoles(suite, organisation, address)),
  );
  const own = handles.filter((_, i) => roles[i]?.some((role) => FUND_ROLES.includes(role)));
  return await Promise.all(own.map((handle) => readOwnFund(suite, handle, address, now)));
}

/** One fund as somebody sees it. @param now Unix seconds of the chain. */
export async function readOwnFund(
  suite: Suite,
  handle: FundHandle,
  address: string,
  now: number,
): Promise<OwnFund> {
  const { organisation } = handle;
  const [fund, roles, acts] = await Promise.all([
    readFund(suite, handle),
    officerRoles(suite, organisation, address),
    openActs(suite, { address: handle.address, organisation }),
  ]);
  const officer = { address, roles: new Set(roles) };
  const waiting = acts.filter(({ lapsesAt }) => now <= lapsesAt);
  return {
    handle,
    fund,
    officer,
    acts,
    toApprove: acts.filter((act) => act.rule !== undefined && hindranceOf(act, officer, now) === undefined),
    steps: officer.roles.has("Finance") ? fundSteps(fund, waiting) : [],
  };
}

/** What waits for Finance in a fund. @param acts Open ones: what is proposed already does not wait again. */
export function fundSteps(
  { money, pots }: Pick<Fund, "money" | "pots">,
  acts: readonly Pick<OpenAct, "name" | "args">[],
): FundStep[] {
  const isProposed = (name: string, recipient?: string) =>
    acts.some((act) => act.name === name && (recipient === undefined || act.args.recipient === recipient));
  const ofPots = pots.flatMap(({ recipient, balance, unbooked }): FundStep[] => {
    if (recipient === undefined) return [];
    const name = recipient.isClosed ? "releaseEarmark" : "allocate";
    const waits = balance > 0n && !isProposed(name, recipient.address);
    return [
      ...(unbooked > 0n ? [{ step: "book" as const, amount: unbooked, recipient }] : []),
      ...(waits
        ? [
            {
              step: recipient.isClosed ? ("release" as const) : ("allocate" as const),
              amount: balance,
              recipient,
            },
          ]
        : []),
    ];
  });
  const isAccepted = isProposed("acceptUnattributed");
  const unasked = money.unattributed;
  return [...ofPots, ...(unasked > 0n && !isAccepted ? [{ step: "accept" as const, amount: unasked }] : [])];
}

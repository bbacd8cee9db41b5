// SPDX-License-Identifier: Apache-2.0

import { Interface } from "ethers";
import { type IMilestoneAgreement, IMilestoneAgreement__factory } from "#bindings/index.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { MILESTONE_STATES } from "#sdk/agreements/names.ts";
import { type Amount, amountOf, type Currency } from "#sdk/money/index.ts";
import type { CouncilBook } from "./book.ts";

/** An agreement with what is needed to speak of it. */
export interface AgreementFacts {
  readonly address: string;
  readonly title: string;
  readonly currency: Currency;
}

/** A disputed milestone of which the council is the arbiter. */
export interface CouncilDispute {
  readonly agreement: AgreementFacts;
  readonly milestone: number;
  /** What is split between the two sides. */
  readonly disputed: Amount;
  /** Unix seconds; afterwards the default of the terms applies. */
  readonly decideBy: number;
}

/** Of an ERC-20, that is no part of its core interface. */
const METADATA = new Interface([
  "function decimals() view returns (uint8)",
  "function symbol() view returns (string)",
]);
/** Ledger units have at most this many decimals. */
const MOST_LEDGER_DECIMALS = 6;

/** An agreement by title and currency. */
export async function readAgreementFacts(suite: Suite, address: string): Promise<AgreementFacts> {
  const { title, asset } = await IMilestoneAgreement__factory.connect(address, suite.provider).settings();
  const [decimals, symbol] = await Promise.all([
    suite.provider.call({ to: asset, data: METADATA.encodeFunctionData("decimals") }),
    suite.provider.call({ to: asset, data: METADATA.encodeFunctionData("symbol") }),
  ]);
  return {
    address,
    title,
    currency: {
      code: String(METADATA.decodeFunctionResult("symbol", symbol)[0]),
      decimals: Math.min(
        Number(METADATA.decodeFunctionResult("decimals", decimals)[0]),
        MOST_LEDGER_DECIMALS,
      ),
    },
  };
}

/** What waits for the council as the arbiter that an agreement's own terms name. */
export async function readDisputes(suite: Suite, book: CouncilBook): Promise<CouncilDispute[]> {
  const found = await Promise.all([...book.agreements].map((address) => disputesIn(suite, book, address)));
  return found.flat();
}

async function disputesIn(suite: Suite, book: CouncilBook, address: string): Promise<CouncilDispute[]> {
  const contract = IMilestoneAgreement__factory.connect(address, suite.provider);
  const ids = Array.from({ length: Number(await contract.milestones()) }, (_, i) => i + 1);
  const read = await Promise.all(ids.map((id) => disputeAt(contract, book, id)));
  const open = read.flatMap((dispute) => (dispute === undefined ? [] : [dispute]));
  if (open.length === 0) return [];
  const agreement = await readAgreementFacts(suite, address);
  return open.map((dispute) => ({ agreement, ...dispute }));
}

async function disputeAt(
  contract: IMilestoneAgreement,
  { council }: CouncilBook,
  milestone: number,
): Promise<Omit<CouncilDispute, "agreement"> | undefined> {
  const view = await contract.milestoneOf(milestone);
  if (MILESTONE_STATES[Number(view.state)] !== "Disputed") return undefined;
  // The arbiter is that of the terms under which the milestone was submitted.
  const { arbiter } = await contract.conductOf(view.termsVersion);
  if (arbiter.toLowerCase() !== council.toLowerCase()) return undefined;
  return {
    milestone,
    disputed: amountOf(view.claimed - view.authorised),
    decideBy: Number(view.periodEndsAt),
  };
}

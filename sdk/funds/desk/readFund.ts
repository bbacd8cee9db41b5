// SPDX-License-Identifier: Apache-2.0

import { ZeroAddress } from "ethers";
import { readEvents } from "#sdk/agency/logs.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { textOfReference } from "#sdk/history/codes.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { FUND, NO_REFERENCE } from "./calls.ts";
import type { FundHandle } from "./handle.ts";
import { type FundRecipient, readRecipients } from "./recipients.ts";

/** The fund's books, ledger units; contributed + returned + unbooked = allocated + balance. */
export interface FundMoney {
  readonly contributed: Amount;
  readonly returned: Amount;
  readonly allocated: Amount;
  /** What it holds by its books, in pots or not booked yet. */
  readonly balance: Amount;
  /** Came back and is not booked yet. */
  readonly unbooked: Amount;
  /** Came unasked and is in no book. */
  readonly unattributed: Amount;
}

/** What is earmarked for one recipient, or for none. */
export interface FundPot {
  /** Absent for the unearmarked money. */
  readonly recipient?: FundRecipient;
  /** What joined it, returns included, and what left it, ledger units. */
  readonly joined: Amount;
  readonly left: Amount;
  /** What is there. */
  readonly balance: Amount;
  /** What the recipient gave back that is not booked yet. */
  readonly unbooked: Amount;
}

/** A fund as it stands now. */
export interface Fund {
  readonly money: FundMoney;
  /** The unearmarked one first, then one for each recipient. */
  readonly pots: readonly FundPot[];
  readonly recipients: readonly FundRecipient[];
  readonly nextAllocation: number;
  /** The organisation is suspended: nobody can contribute. */
  readonly isSuspended: boolean;
  /** Whether it takes ether, which it wraps. */
  readonly takesEther: boolean;
}

export async function readFund(suite: Suite, fund: FundHandle): Promise<Fund> {
  const { contract, organisation } = fund;
  const [totals, unattributed, recipients, next, isSuspended, takesEther] = await Promise.all([
    contract.totals(),
    contract.unattributed(),
    readRecipients(suite, fund),
    contract.nextAllocationId(),
    suite.consortium.isSuspended(organisation),
    askForEther(suite, fund),
  ]);
  const { contributed, returned, allocated, unbooked } = totals;
  return {
    money: {
      contributed: amountOf(contributed),
      returned: amountOf(returned),
      allocated: amountOf(allocated),
      unbooked: amountOf(unbooked),
      balance: amountOf(contributed + returned + unbooked - allocated),
      unattributed: amountOf(unattributed),
    },
    pots: await Promise.all([readPot(fund), ...recipients.map((recipient) => readPot(fund, recipient))]),
    recipients,
    nextAllocation: Number(next),
    isSuspended,
    takesEther,
  };
}

async function readPot({ contract }: FundHandle, recipient?: FundRecipient): Promise<FundPot> {
  const address = recipient?.address ?? ZeroAddress;
  const [{ contributed, allocated }, unbooked] = await Promise.all([
    contract.potOf(address),
    contract.unbookedOf(address),
  ]);
  return {
    ...(recipient === undefined ? {} : { recipient }),
    joined: amountOf(contributed),
    left: amountOf(allocated),
    balance: amountOf(contributed - allocated),
    unbooked: amountOf(unbooked),
  };
}

/** A fund does not say that its asset is wrapped ether; asked to take none of it, it refuses for another reason than the others. */
async function askForEther({ provider }: Pick<Suite, "provider">, { address }: FundHandle): Promise<boolean> {
  const data = FUND.encodeFunctionData("contributeEther", [ZeroAddress, NO_REFERENCE]);
  try {
    await provider.call({ to: address, data });
    return true;
  } catch (error) {
    const refusal = contractRefusal(error);
    if (refusal === undefined) throw error;
    return refusal.error !== "DonorFund_TakesNoEther";
  }
}

/** Something that a donor gave. */
export interface Gift {
  readonly contribution: number;
  /** Ledger units. */
  readonly amount: Amount;
  /** Address of the recipient that it is for; absent for any. */
  readonly earmark?: string;
  /** The donor's own reference; absent for none, and for bytes that are no text. */
  readonly reference?: string;
  readonly transaction: string;
}

/** What an address gave to a fund, newest first. */
export async function readGifts(suite: Suite, { contract }: FundHandle, donor: string): Promise<Gift[]> {
  const events = await readEvents(suite, contract, contract.filters.Contributed(undefined, donor));
  return events
    .map(({ args, transactionHash }) => {
      const reference = textOfReference(args.donorReference);
      return {
        contribution: Number(args.contributionId),
        amount: amountOf(args.amount),
        ...(args.earmark === ZeroAddress ? {} : { earmark: args.earmark }),
        ...(reference === null ? {} : { reference }),
        transaction: transactionHash,
      };
    })
    .reverse();
}

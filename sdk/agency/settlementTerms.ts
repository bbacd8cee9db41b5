// SPDX-License-Identifier: Apache-2.0

import { AbiCoder, keccak256, ZeroHash } from "ethers";
import type { Amount } from "#sdk/money/index.ts";
import { AgencyError } from "./AgencyError.ts";
import { codeBytes } from "./code.ts";
import { PROGRAMME } from "./faces.ts";
import { readEvents } from "./logs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** Up to which receipt of a terminal a statement goes. */
export interface TerminalMark {
  readonly terminal: string;
  readonly number: number;
}

/** Terms of a settlement as the contract takes them. Amounts in ledger units. */
export interface SettlementTerms {
  readonly expectedId: number;
  readonly shop: number;
  readonly cycle: number;
  readonly amount: bigint;
  readonly withholding: bigint;
  readonly commission: bigint;
  readonly payoutHash: string;
  readonly statement: string;
  readonly endToEndId: string;
  readonly lastReceipts: readonly TerminalMark[];
}

export interface SettlementInput {
  readonly shop: number;
  readonly cycle: number;
  /** Ledger units; absent: everything that the shop is owed in the cycle. */
  readonly amount?: Amount | bigint;
  readonly withholding: bigint;
  /** Hash of the recorded statement. */
  readonly statement: string;
  /** Reference that the bank carries, as text; empty in token mode. */
  readonly endToEndId: string;
  /** The last receipt of each terminal that the statement covers; absent: the last one on chain. */
  readonly lastReceipts?: readonly TerminalMark[];
}

const HUNDRED_PERCENT = 10_000n;
const ABI = AbiCoder.defaultAbiCoder();
const PAYOUT = PROGRAMME.getFunction("changePayout").inputs[1];

/** Terms of a settlement as the chain stands now. @throws AgencyError AGENCY-103; AGENCY-301 for the end-to-end id. */
export async function settlementTerms(
  suite: Suite,
  programme: ProgrammeHandle,
  input: SettlementInput,
): Promise<SettlementTerms> {
  const { contract } = programme;
  const { shop, cycle, withholding, statement, endToEndId } = input;
  const [view, ledger, expectedId, lastReceipts] = await Promise.all([
    contract.shopOf(shop),
    contract.ledgerOf(shop, cycle),
    contract.nextSettlementId(),
    input.lastReceipts ?? lastOnChain(suite, programme, shop),
  ]);
  if (view.terms.code === ZeroHash) throw new AgencyError("noSuchShop", { shop });
  const amount = input.amount ?? ledger.gross - ledger.refunds - ledger.settled;
  return {
    expectedId: Number(expectedId),
    shop,
    cycle,
    amount,
    withholding,
    commission: (amount * view.terms.commissionBps) / HUNDRED_PERCENT,
    payoutHash: payoutHash(view.payout),
    statement,
    endToEndId: endToEndId === "" ? ZeroHash : codeBytes(endToEndId),
    lastReceipts,
  };
}

/** The last receipt on chain of each of the shop's terminals that has any. */
async function lastOnChain(
  suite: Suite,
  { contract }: ProgrammeHandle,
  shop: number,
): Promise<TerminalMark[]> {
  const events = await readEvents(suite, contract, contract.filters.TerminalAuthorised(undefined, shop));
  const marks = await Promise.all(
    events.map(async ({ args }) => {
      const { nextNumber } = await contract.terminalOf(args.terminal);
      return { terminal: args.terminal, number: Number(nextNumber) - 1 };
    }),
  );
  return marks.filter(({ number }) => number > 0);
}

/** keccak256(abi.encode(payout)), as the contract compares it. */
function payoutHash({
  mode,
  account,
  bankReference,
}: {
  mode: bigint;
  account: string;
  bankReference: string;
}): string {
  if (PAYOUT === undefined) throw new Error("The bindings have no payout.");
  return keccak256(ABI.encode([PAYOUT], [{ mode, account, bankReference }]));
}

// SPDX-License-Identifier: Apache-2.0
import { AbiCoder, encodeBytes32String, getAddress, keccak256, ZeroHash } from "ethers";
import { z } from "zod";
import { IProgramme__factory, type ISettlements } from "#bindings/index.ts";
import { STATEMENT_FORMAT } from "#sdk/reconcile/index.ts";
import { CliError } from "../CliError.ts";
import type { ProgrammeHandle, Suite } from "../suite.ts";

export type SettlementTerms = ISettlements.SettlementTermsStruct;

export interface SettlementInput {
  readonly shop: number;
  readonly cycle: number;
  /** Ledger units; absent: everything that the shop is owed in the cycle. */
  readonly amount?: bigint;
  readonly withholding: bigint;
  /** Hash of the recorded statement. */
  readonly statement: string;
  /** Reference that the bank carries; empty in token mode. */
  readonly endToEndId: string;
  /** The last receipt of each terminal that the statement covers; absent: the last one on chain. */
  readonly lastReceipts?: readonly TerminalMark[];
}

/** Up to which receipt of a terminal a statement goes. */
export interface TerminalMark {
  readonly terminal: string;
  readonly number: number;
}

const statementSchema = z.object({
  format: z.literal(STATEMENT_FORMAT),
  total: z.object({
    counted: z
      .string()
      .regex(/^[0-9]+$/)
      .transform(BigInt),
  }),
  lastReceipts: z.array(
    z.object({
      terminal: z
        .string()
        .regex(/^0x[0-9a-f]{40}$/)
        .transform((text) => getAddress(text)),
      number: z.int().positive(),
    }),
  ),
});

/** What a statement document settles: the amount that the chain counts, and how far; undefined when it is another kind of file. */
export function readStatement(
  text: string,
): Required<Pick<SettlementInput, "amount" | "lastReceipts">> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const parsed = statementSchema.safeParse(json);
  return parsed.success
    ? { amount: parsed.data.total.counted, lastReceipts: parsed.data.lastReceipts }
    : undefined;
}

const HUNDRED_PERCENT = 10_000n;
const ABI = AbiCoder.defaultAbiCoder();
const PAYOUT = IProgramme__factory.createInterface().getFunction("changePayout").inputs[1];

/** Terms of a settlement as the chain stands now. @throws CliError CLI-308. */
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
  if (view.terms.code === ZeroHash) throw new CliError("noSuchShop", { shop });
  const amount = input.amount ?? ledger.gross - ledger.refunds - ledger.settled;
  return {
    expectedId,
    shop,
    cycle,
    amount,
    withholding,
    commission: (amount * view.terms.commissionBps) / HUNDRED_PERCENT,
    payoutHash: payoutHash(view.payout),
    statement,
    endToEndId: endToEndId === "" ? ZeroHash : encodeBytes32String(endToEndId),
    lastReceipts: [...lastReceipts],
  };
}

/** The last receipt on chain of each of the shop's terminals that has any. */
async function lastOnChain(
  suite: Suite,
  { contract }: ProgrammeHandle,
  shop: number,
): Promise<TerminalMark[]> {
  const filter = contract.filters.TerminalAuthorised(undefined, shop);
  const events = await contract.queryFilter(filter, suite.deployment.fromBlock);
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

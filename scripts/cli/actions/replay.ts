// SPDX-License-Identifier: Apache-2.0
import { encodeBytes32String, type TransactionReceipt, type Wallet, ZeroAddress } from "ethers";
import { DemoDollar__factory } from "#bindings/index.ts";
import { readEvents, type Suite } from "#sdk/agency/index.ts";
import type { ReplayedContribution } from "#sdk/formats/iati/index.ts";
import type { FundHandle } from "#sdk/funds/desk/index.ts";
import type { RelayOptions } from "#sdk/relay/index.ts";
import { openSender } from "#sdk/relay/sender.ts";
import { CliError } from "../CliError.ts";
import { signAndSend } from "../send.ts";

export interface Replayed {
  /** Contributions that this run sent. */
  readonly sent: number;
  /** Those that an earlier run had sent. */
  readonly before: number;
}

export interface ReplayOptions extends RelayOptions {
  /** Make the tokens first, as everybody can with the demonstration's own. */
  readonly mints: boolean;
}

/** Transactions that are on their way at the same time. */
const IN_FLIGHT = 64;
const DEFAULT_POLL = 1_000;
/** So many waiting at once would keep even a local chain busy with questions if each asked as often as a single one may. */
const SHORTEST_POLL = 200;

/**
 * Give the contributions of a file to a fund in their order, from the payer's own tokens. Cut off in the middle, it goes on where it stopped;
 * when all are there it sends nothing.
 * @throws CliError CLI-409 without the tokens, CLI-410 when the payer's contributions to the fund are not those of the file, CLI-411 when
 * one is refused; ContractRefusal.
 */
export async function replayContributions(
  suite: Suite,
  fund: FundHandle,
  payer: Wallet,
  contributions: readonly ReplayedContribution[],
  options: ReplayOptions,
): Promise<Replayed> {
  const before = await countGiven(suite, fund, payer, contributions);
  const rest = contributions.slice(before);
  const next = rest[0];
  if (next === undefined) return { sent: 0, before };
  await provideTokens(fund, payer, rest, options.mints);
  const to = fund.address;
  const gasLimit = await gasOf(suite, fund, payer, next);
  const sender = await openSender(payer, Math.max(options.pollInterval ?? DEFAULT_POLL, SHORTEST_POLL));
  let done = before;
  for (let i = 0; i < rest.length; i += IN_FLIGHT) {
    const window = rest.slice(i, i + IN_FLIGHT);
    const receipts = await Promise.all(
      window.map((each) => sender.submit({ to, data: dataOf(fund, each), gasLimit })),
    );
    done += receipts.filter(isDone).length;
    if (!receipts.every(isDone)) {
      throw new CliError("contributionRefused", { done, all: contributions.length });
    }
    options.onProgress?.({ done, total: contributions.length });
  }
  return { sent: rest.length, before };
}

function isDone({ status }: TransactionReceipt): boolean {
  return status === 1;
}

/** How many contributions of the file stand already: those that the payer has given to this fund. */
async function countGiven(
  suite: Suite,
  { contract }: FundHandle,
  { address }: Wallet,
  contributions: readonly ReplayedContribution[],
): Promise<number> {
  const given = await readEvents(suite, contract, contract.filters.Contributed(undefined, address));
  const other = given.findIndex(({ args }, i) => {
    const own = contributions[i];
    return (
      own === undefined ||
      args.amount !== own.amount ||
      args.donorReference !== encodeBytes32String(own.reference)
    );
  });
  if (other >= 0) throw new CliError("otherContributions", { number: other + 1, payer: address });
  return given.length;
}

/** Make sure that the payer has the tokens and lets the fund take them. */
async function provideTokens(
  { asset: token, assetScale, address, currency: { decimals } }: FundHandle,
  payer: Wallet,
  contributions: readonly ReplayedContribution[],
  mints: boolean,
): Promise<void> {
  const units = contributions.reduce((sum, { amount }) => sum + amount, 0n);
  const needed = units * assetScale;
  // `mint` is there on the demonstration's own only.
  const asset = DemoDollar__factory.connect(token, payer.provider);
  const held = await asset.balanceOf(payer.address);
  if (held < needed) {
    if (!mints) {
      const inUnits = (tokens: bigint) => `${tokens / assetScale} (${decimals} decimals)`;
      const facts = { payer: payer.address, held: inUnits(held), needed: inUnits(needed) };
      throw new CliError("notEnoughTokens", facts);
    }
    const data = asset.interface.encodeFunctionData("mint", [payer.address, needed - held]);
    await signAndSend(payer, { to: token, data });
  }
  if ((await asset.allowance(payer.address, address)) >= needed) return;
  const data = asset.interface.encodeFunctionData("approve", [address, needed]);
  await signAndSend(payer, { to: token, data });
}

/** Gas that each may use: what the next one needs and half as much again, since the first of a pot is the dearest. */
async function gasOf(
  { provider }: Suite,
  fund: FundHandle,
  payer: Wallet,
  contribution: ReplayedContribution,
): Promise<bigint> {
  const request = { to: fund.address, data: dataOf(fund, contribution), from: payer.address };
  return ((await provider.estimateGas(request)) * 3n) / 2n;
}

function dataOf({ contract }: FundHandle, { amount, reference }: ReplayedContribution): string {
  const given = [amount, ZeroAddress, encodeBytes32String(reference)] as const;
  return contract.interface.encodeFunctionData("contribute", [...given]);
}

// SPDX-License-Identifier: Apache-2.0
import type { Signer } from "ethers";
import type { IBeneficiaryAccounts } from "#bindings/index.ts";
import { buildOpening, type Commitment, type Opening, readOpeningChunk } from "#sdk/list/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import { pushOpening, type RelayOptions, type RelaySummary } from "#sdk/relay/index.ts";
import { signAndSend } from "../send.ts";
import type { Suite } from "../suite.ts";
import { findAccounts } from "./registry.ts";

export interface OpenAccountsInput {
  readonly organisation: number;
  readonly keyVersion: number;
  /** Commitments of the list in its order. */
  readonly commitments: readonly Commitment[];
  /** Announces the opening, with one signature. */
  readonly custodian: Signer;
  /** Pushes the chunks; anyone with money for gas. */
  readonly relayer: Signer;
  readonly relay?: RelayOptions;
}

export interface OpenedAccounts {
  /** Households that had an account before. */
  readonly known: number;
  /** Accounts that this opening has; 0 when none was needed. */
  readonly opened: number;
  readonly openingId?: number;
  /** Whether an opening that was cut off earlier was finished instead of a new one announced. */
  readonly resumed: boolean;
  readonly relay?: RelaySummary;
}

interface AnnouncedOpening extends Opening {
  readonly openingId: number;
}

/**
 * Open accounts for the households that have none. Nothing is kept on this machine: an opening that was cut off is recognised by its
 * root, which comes out again from the same list and the chain.
 * @throws ContractRefusal, RelayError.
 */
export async function openAccounts(suite: Suite, input: OpenAccountsInput): Promise<OpenedAccounts> {
  const commitments = [...new Set(input.commitments)];
  const { known } = await findAccounts(suite, commitments);
  const unfinished = await findUnfinished(suite, input.organisation, commitments, known);
  const missing = commitments.filter((commitment) => !known.has(commitment));
  if (unfinished === undefined && missing.length === 0)
    return { known: known.size, opened: 0, resumed: false };

  const opening = unfinished ?? (await announce(suite, input, missing));
  const registry = suite.deployment.contracts.accounts;
  const relay = await pushOpening(input.relayer, registry, opening.openingId, opening.chunks, input.relay);
  const { openingId, count } = opening;
  return {
    known: commitments.length - count,
    opened: count,
    openingId,
    resumed: unfinished !== undefined,
    relay,
  };
}

async function announce(
  suite: Suite,
  { organisation, keyVersion, custodian }: OpenAccountsInput,
  commitments: readonly Commitment[],
): Promise<AnnouncedOpening> {
  const registry = suite.deployment.contracts.accounts;
  const opening = await buildOpening(commitments, { chainId: suite.chainId, registry, organisation });
  const openingId = Number(await suite.accounts.nextOpeningId());
  const data = suite.accounts.interface.encodeFunctionData("announceOpening", [
    openingId,
    organisation,
    opening.root,
    opening.count,
    keyVersion,
  ]);
  await signAndSend(custodian, { to: registry, data });
  return { ...opening, openingId };
}

/** The organisation's opening for exactly this list that was announced and not pushed to its end. */
async function findUnfinished(
  suite: Suite,
  organisation: number,
  commitments: readonly Commitment[],
  known: ReadonlySet<Commitment>,
): Promise<AnnouncedOpening | undefined> {
  const registry = suite.deployment.contracts.accounts;
  const { fromBlock } = suite.deployment;
  const announced = await suite.accounts.queryFilter(
    suite.accounts.filters.OpeningAnnounced(undefined, organisation),
    fromBlock,
  );
  for (const { args } of announced.reverse()) {
    const { pushedChunks } = await suite.accounts.openingOf(args.openingId);
    if (Number(pushedChunks) === Math.ceil(Number(args.count) / 256)) continue;
    const pushed = await pushedCommitments(suite.accounts, args.openingId, fromBlock);
    const then = commitments.filter((commitment) => pushed.has(commitment) || !known.has(commitment));
    if (then.length !== Number(args.count)) continue;
    const opening = await buildOpening(then, { chainId: suite.chainId, registry, organisation });
    if (opening.root === args.root) return { ...opening, openingId: Number(args.openingId) };
  }
  return undefined;
}

async function pushedCommitments(
  accounts: IBeneficiaryAccounts,
  openingId: bigint,
  fromBlock: number,
): Promise<Set<Commitment>> {
  const events = await accounts.queryFilter(accounts.filters.AccountsOpened(openingId), fromBlock);
  return new Set(events.flatMap(({ args }) => readOpeningChunk(fromHex(args.commitments as Hex))));
}

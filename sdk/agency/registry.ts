// SPDX-License-Identifier: Apache-2.0
import { getBytes } from "ethers";
import type { IBeneficiaryAccounts } from "#bindings/index.ts";
import { type AccountNumber, accountNumberOf, type Commitment } from "#sdk/list/index.ts";
import type { RelayProgress } from "#sdk/relay/index.ts";
import type { Suite } from "./suite.ts";

/** Commitments in one question to a node: the answer stays well below what nodes send at once. */
const PAGE = 2_000;

/** Number of the contract's AccountStatus for an account in use. */
const OPEN = 1;

/** Where the account registry stands: which state a list is built on. */
export interface RegistryState {
  readonly checkpoint: bigint;
  readonly digest: string;
}

export async function registryState(accounts: IBeneficiaryAccounts): Promise<RegistryState> {
  const checkpoint = await accounts.checkpoint();
  return { checkpoint, digest: await accounts.digestAt(checkpoint) };
}

/** Accounts that the registry has for these commitments: all of them, and those in use. Unknown commitments are in neither. */
export interface KnownAccounts {
  readonly known: ReadonlySet<Commitment>;
  readonly open: ReadonlyMap<Commitment, AccountNumber>;
}

export async function findAccounts(
  { accounts, provider }: Pick<Suite, "accounts" | "provider">,
  commitments: readonly Commitment[],
  onProgress?: (progress: RelayProgress) => void,
): Promise<KnownAccounts> {
  const known = new Set<Commitment>();
  const open = new Map<Commitment, AccountNumber>();
  const to = await accounts.getAddress();
  for (let start = 0; start < commitments.length; start += PAGE) {
    const page = commitments.slice(start, start + PAGE);
    const data = accounts.interface.encodeFunctionData("accountsOf", [page]);
    const found = decodeAccounts(await provider.call({ to, data }));
    page.forEach((commitment, i) => {
      const account = found[i];
      if (account === undefined || account.number === 0) return;
      known.add(commitment);
      if (account.status === OPEN) open.set(commitment, accountNumberOf(account.number));
    });
    onProgress?.({ done: Math.min(start + PAGE, commitments.length), total: commitments.length });
  }
  return { known, open };
}

const WORD_BYTES = 32;
/** Offset and length stand before the accounts. */
const HEAD_WORDS = 2;
/** number, organisation, status, key version. */
const ACCOUNT_WORDS = 4;
const STATUS_WORD = 2;

/**
 * Number and status of each `Account` in the answer of `accountsOf`. The general decoder takes seconds for an array of thousands of
 * structs; these words are all of one size.
 */
function decodeAccounts(answer: string): { number: number; status: number }[] {
  const view = new DataView(getBytes(answer).buffer);
  const lastBytesOf = (word: number) =>
    view.getUint32((word + 1) * WORD_BYTES - Uint32Array.BYTES_PER_ELEMENT);
  return Array.from({ length: lastBytesOf(1) }, (_, i) => {
    const word = HEAD_WORDS + i * ACCOUNT_WORDS;
    return { number: lastBytesOf(word), status: lastBytesOf(word + STATUS_WORD) };
  });
}

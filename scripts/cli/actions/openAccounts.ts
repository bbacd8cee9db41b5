// SPDX-License-Identifier: Apache-2.0
import type { Signer } from "ethers";
import { announceOpeningCall, planOpening, type Suite } from "#sdk/agency/index.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { pushOpening, type RelayOptions, type RelaySummary } from "#sdk/relay/index.ts";
import { signAndSend } from "../send.ts";

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

/**
 * Open accounts for the households that have none. Nothing is kept on this machine, see `planOpening`.
 * @throws ContractRefusal, RelayError.
 */
export async function openAccounts(suite: Suite, input: OpenAccountsInput): Promise<OpenedAccounts> {
  const { organisation, keyVersion, custodian, relayer } = input;
  const { known, opening, isAnnounced } = await planOpening(suite, organisation, input.commitments);
  if (opening === undefined) return { known, opened: 0, resumed: false };
  if (!isAnnounced) {
    const officer = await custodian.getAddress();
    await signAndSend(custodian, announceOpeningCall(suite, organisation, opening, keyVersion, officer));
  }
  const { openingId, count, chunks } = opening;
  const registry = suite.deployment.contracts.accounts;
  const relay = await pushOpening(relayer, registry, openingId, chunks, input.relay);
  return { known, opened: count, openingId, resumed: isAnnounced, relay };
}

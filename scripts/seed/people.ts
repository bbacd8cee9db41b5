// SPDX-License-Identifier: Apache-2.0
import { HDNodeWallet, type JsonRpcProvider, Mnemonic, Wallet } from "ethers";
import type { NamedKey } from "#scripts/cli/keys.ts";

/** The development mnemonic that local chains fund; known to everyone, so never for money. */
const MNEMONIC = "test test test test test test test test test test test junk";

/** Who holds which of the local chain's accounts. Several approvers, because bands ask for them. */
const NAMES = [
  "council",
  "administrator",
  "preparer",
  "approver",
  "approver-2",
  "finance",
  "custodian",
  "guardian",
  "relayer",
  "donor",
  "shop-3-wallet",
  "shop-4-wallet",
  "council-2",
  "council-3",
  "partner-administrator",
  "partner-preparer",
  "monitor",
  "monitor-2",
  "arbiter",
] as const;

/** Terminals need no money for gas: their keys come after the funded accounts. */
const FIRST_TERMINAL = 20;

export type PersonName = (typeof NAMES)[number];

export type People = Readonly<Record<PersonName, Wallet>>;

/** The demonstration's officers, connected to the chain. */
export function openPeople(provider: JsonRpcProvider): People {
  return Object.fromEntries(NAMES.map((name, i) => [name, new Wallet(keyAt(i), provider)])) as Record<
    PersonName,
    Wallet
  >;
}

/** Key of the n-th terminal of the demonstration, from 1. */
export function terminalKey(n: number): Wallet {
  return new Wallet(keyAt(FIRST_TERMINAL + n - 1));
}

/** All keys under the names that the command line knows them by. */
export function demoKeys(terminals: number): NamedKey[] {
  const officers = NAMES.map((name, i) => ({ name, privateKey: keyAt(i) }));
  const devices = Array.from({ length: terminals }, (_, i) => ({
    name: `terminal-${i + 1}`,
    privateKey: terminalKey(i + 1).privateKey,
  }));
  return [...officers, ...devices];
}

/** Whom a visitor of the demonstration can play: the agency's officers. */
export function demoOfficers(): NamedKey[] {
  return NAMES.slice(1, NAMES.indexOf("relayer")).map((name) => ({
    name,
    privateKey: keyAt(NAMES.indexOf(name)),
  }));
}

function keyAt(index: number): string {
  return HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(MNEMONIC), `m/44'/60'/0'/0/${index}`).privateKey;
}

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
  "donor-2",
  "donor-3",
  "monitor-3",
  "acacia-administrator",
  "acacia-preparer",
  "acacia-approver",
  "acacia-finance",
  "acacia-custodian",
  "shop-5-wallet",
  "shop-6-wallet",
  "partner-wallet",
  "donor-4",
] as const;

/** Terminals need no money for gas; twenty accounts are theirs, and the people who found no place before them come after. */
const FIRST_TERMINAL = 20;
const TERMINAL_PLACES = 20;

export type PersonName = (typeof NAMES)[number];

export type People = Readonly<Record<PersonName, Wallet>>;

const FIRST_ACCOUNT = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(MNEMONIC), "m/44'/60'/0'/0");

/** The demonstration's people, connected to the chain. */
export function openPeople(provider: JsonRpcProvider): People {
  return Object.fromEntries(NAMES.map((name) => [name, new Wallet(keyOf(name), provider)])) as Record<
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
  const people = NAMES.map((name) => ({ name, privateKey: keyOf(name) }));
  const devices = Array.from({ length: terminals }, (_, i) => ({
    name: `terminal-${i + 1}`,
    privateKey: terminalKey(i + 1).privateKey,
  }));
  return [...people, ...devices];
}

/** The second agency as its own steps see the people: the officers' places are taken by its own. */
export function peopleOfAcacia(people: People): People {
  return {
    ...people,
    administrator: people["acacia-administrator"],
    preparer: people["acacia-preparer"],
    approver: people["acacia-approver"],
    finance: people["acacia-finance"],
    custodian: people["acacia-custodian"],
  };
}

export function keyOf(name: PersonName): string {
  const place = NAMES.indexOf(name);
  return keyAt(place < FIRST_TERMINAL ? place : place + TERMINAL_PLACES);
}

function keyAt(index: number): string {
  return FIRST_ACCOUNT.deriveChild(index).privateKey;
}

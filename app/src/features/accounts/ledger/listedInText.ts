// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, decodeNamelessList } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";

/**
 * What a nameless list has for one account, in ledger units; 0 when it is not on it. Only its own line is read: decoding a list of
 * 100,000 for one household would hold up the page.
 * @throws ListError when that line is not well formed.
 */
export function listedInText(text: string, account: AccountNumber): Amount {
  const line = new RegExp(`^${account},.*$`, "m").exec(text)?.[0];
  const head = /^.*$/m.exec(text)?.[0] ?? "";
  const [entry] = line === undefined ? [] : decodeNamelessList(`${head}\n${line}\n`);
  return entry?.amount ?? amountOf(0n);
}

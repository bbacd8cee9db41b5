// SPDX-License-Identifier: Apache-2.0

import type { FundRecipient } from "#sdk/funds/desk/index.ts";
import { words } from "./words/index.ts";

/** Names of the programmes and agreements that a fund can pay, by address in any case. */
export function nameIn(recipients: readonly FundRecipient[]): (address: string) => string | undefined {
  const names = new Map(recipients.map(({ address, name }) => [address.toLowerCase(), name]));
  return (address) => names.get(address.toLowerCase());
}

/** Recipients as the options of a field, by kind. @param none Words of the first option, whose value is empty. */
export function recipientOptions(recipients: readonly FundRecipient[], none: string) {
  const groups = (["programme", "agreement"] as const).flatMap((kind) => {
    const items = recipients
      .filter((one) => one.kind === kind)
      .map(({ address, name }) => ({ value: address, label: name }));
    return items.length === 0 ? [] : [{ group: words.kinds[kind], items }];
  });
  return [{ value: "", label: none }, ...groups];
}

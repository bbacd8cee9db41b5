// SPDX-License-Identifier: Apache-2.0

import type { CreateConnectorFn } from "wagmi";
import type { MenuPart } from "./store.ts";

/** What a demonstration adds: officers without a wallet, and a way to choose among them. */
export interface WalletAddition {
  readonly connectors: readonly CreateConnectorFn[];
  /** Ids of these connectors: they stand in the menu below and not among the wallets. */
  readonly ids: ReadonlySet<string>;
  /** Stands first in the officer's menu. */
  readonly Menu: MenuPart;
}

// SPDX-License-Identifier: Apache-2.0

import type { Wallet } from "ethers";
import type { ProgrammeHandle, Suite } from "#sdk/agency/index.ts";
import type { TerminalOffice } from "./office.ts";
import type { ReceiptStore } from "./receiptStore.ts";

/** An authorised device at its counter: everything that selling and sending need. */
export interface Till {
  readonly suite: Suite;
  readonly programme: ProgrammeHandle;
  readonly wallet: Wallet;
  readonly store: ReceiptStore;
  readonly office: TerminalOffice;
  /** Receipts on this device have changed. */
  readonly onNews: () => void;
}

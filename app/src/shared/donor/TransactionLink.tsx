// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import { config } from "../config/index.ts";
import { shorten } from "../format/index.ts";
import { HexValue } from "../ui/index.ts";
import { donorWords } from "./words/index.ts";

/** A transaction of the ledger: in the explorer that the site names, or else to be copied. */
export function TransactionLink({ hash }: { readonly hash: string }) {
  const { explorerUrl } = config().chain;
  if (explorerUrl === undefined) return <HexValue value={hash} what={donorWords.theTransaction} />;
  return (
    <Anchor
      inherit
      href={`${explorerUrl.replace(/\/$/, "")}/tx/${hash}`}
      rel="noreferrer"
      aria-label={`${donorWords.openTransaction}: ${shorten(hash)}`}
    >
      <code dir="ltr">{shorten(hash)}</code>
    </Anchor>
  );
}

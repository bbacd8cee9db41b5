// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from "react";
import { openWallet } from "./openWallet.ts";
import { useWalletChoice } from "./useWallet.ts";

/** Loads what there is to connect with, as soon as it is wanted. */
export function useOpenWallet(isWanted = true) {
  const choice = useWalletChoice();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    openWallet().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  }, [isWanted]);
  return { choice, hasFailed };
}

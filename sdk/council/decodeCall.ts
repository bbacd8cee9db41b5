// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import type { CouncilAct, CouncilCall } from "./acts.ts";
import type { CouncilBook } from "./book.ts";
import { decodePlain } from "./decodePlain.ts";

/** What a call does, as {@link decodePlain}; addresses with their checksums. */
export function decodeCall(book: CouncilBook, call: CouncilCall): CouncilAct {
  return decodePlain(book, call, getAddress);
}

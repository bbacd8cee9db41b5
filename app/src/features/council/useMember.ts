// SPDX-License-Identifier: Apache-2.0

import { type Council, type CouncilSeat, seatOf } from "#sdk/council/index.ts";
import { useOfficerState } from "../../shared/ledger/index.ts";
import { useWallet } from "../../shared/wallet/index.ts";

/** Who is looking, as far as the council is concerned. */
export type MemberState =
  | { readonly kind: "nobody" }
  | { readonly kind: "reading" }
  /** Connected, but the address has no seat. */
  | { readonly kind: "stranger" }
  | { readonly kind: "member"; readonly seat: CouncilSeat };

export function useMember(council: Council): MemberState {
  const { address } = useWallet();
  const { kind } = useOfficerState();
  if (address === undefined) return { kind: "nobody" };
  if (kind === "reading") return { kind: "reading" };
  const seat = seatOf(council, address);
  return seat === undefined ? { kind: "stranger" } : { kind: "member", seat };
}

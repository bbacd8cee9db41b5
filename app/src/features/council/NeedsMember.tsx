// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { Council, CouncilSeat } from "#sdk/council/index.ts";
import { SwitchChain, useWallet, WalletNote } from "../../shared/wallet/index.ts";
import { useMember } from "./useMember.ts";
import { words } from "./words/index.ts";

const text = words.decide;

interface NeedsMemberProps {
  readonly council: Council;
  /** Said to somebody without a seat. */
  readonly otherwise?: string;
  readonly children: (seat: CouncilSeat) => ReactNode;
}

/** Shows what is inside to members of the council, and says to everybody else what to do first. */
export function NeedsMember({ council, otherwise = text.onlyMembers, children }: NeedsMemberProps) {
  const member = useMember(council);
  const { isOnChain } = useWallet();
  switch (member.kind) {
    case "nobody":
      return <WalletNote>{text.connect}</WalletNote>;
    case "reading":
      return <WalletNote>{text.reading}</WalletNote>;
    case "stranger":
      return <WalletNote>{otherwise}</WalletNote>;
    case "member":
      return isOnChain ? (
        children(member.seat)
      ) : (
        <WalletNote aside={<SwitchChain />}>{text.wrongNetwork}</WalletNote>
      );
  }
}

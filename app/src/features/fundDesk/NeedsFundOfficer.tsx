// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { Role } from "#sdk/agency/index.ts";
import { anyRole, SwitchChain, useWallet, WalletNote } from "../../shared/wallet/index.ts";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

interface NeedsFundOfficerProps {
  readonly view: FundView;
  readonly as: Role;
  readonly children: ReactNode;
}

/** Shows what is inside to officers of the fund's organisation, which need not be the console's own, and tells the others whose it is. */
export function NeedsFundOfficer({ view, as: role, children }: NeedsFundOfficerProps) {
  const { address, isOnChain } = useWallet();
  const whose = words.needs.role(anyRole([role]), view.owner);
  if (address === undefined) return <WalletNote>{`${words.needs.connect} ${whose}`}</WalletNote>;
  if (!view.officer.roles.has(role)) return <WalletNote>{whose}</WalletNote>;
  return isOnChain ? children : <WalletNote aside={<SwitchChain />}>{words.wrongNetwork}</WalletNote>;
}

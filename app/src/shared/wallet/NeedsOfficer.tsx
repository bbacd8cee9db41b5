// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Role } from "#sdk/agency/officers.ts";
import { config } from "../config/index.ts";
import { useOfficerState } from "../ledger/useOfficer.ts";
import { allRoles, anyRole } from "./roleWords.ts";
import { SwitchChain } from "./SwitchChain.tsx";
import { useWallet } from "./useWallet.ts";
import { WalletNote } from "./WalletNote.tsx";
import { words } from "./words/index.ts";

interface NeedsOfficerProps {
  /** One of these is enough; the page's other parts stay readable without. */
  readonly as: Role | readonly Role[];
  readonly children: ReactNode;
}

/** Shows what is inside to officers who hold the role, and says to everybody else who can do it and what to do first. */
export function NeedsOfficer({ as: wanted, children }: NeedsOfficerProps) {
  const roles = typeof wanted === "string" ? [wanted] : wanted;
  const state = useOfficerState();
  const { isOnChain } = useWallet();
  if (config().organisation === null) return <WalletNote>{words.needs.noOrganisation}</WalletNote>;
  switch (state.kind) {
    case "nobody":
      return <WalletNote>{words.needs.connect(anyRole(roles))}</WalletNote>;
    case "reading":
      return <WalletNote>{words.needs.reading}</WalletNote>;
    case "failed":
      return (
        <WalletNote
          aside={
            <Button variant="default" size="xs" onClick={state.retry}>
              {words.tryAgain}
            </Button>
          }
        >
          {words.rolesUnknown}
        </WalletNote>
      );
    case "known": {
      const { officer } = state;
      if (!roles.some((role) => officer.has(role))) {
        return (
          <WalletNote>
            {words.needs.lacksRole(anyRole(roles), officer.organisation.name)}{" "}
            {officer.roles.size === 0
              ? words.needs.youAreNobody
              : words.needs.youAre(allRoles(officer.roles))}
          </WalletNote>
        );
      }
      if (!isOnChain) {
        return <WalletNote aside={<SwitchChain />}>{words.wrongNetworkHint(config().chain.name)}</WalletNote>;
      }
      return children;
    }
  }
}

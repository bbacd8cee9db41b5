// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Role } from "#sdk/agency/officers.ts";
import { config } from "../config/index.ts";
import { useOfficerState } from "../ledger/useOfficer.ts";
import { Icon } from "../ui/Icon.tsx";
import { allRoles, anyRole } from "./roleWords.ts";
import { SwitchChain } from "./SwitchChain.tsx";
import { useWallet } from "./useWallet.ts";
import classes from "./wallet.module.css";
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
  if (config().organisation === null) return <Note>{words.needs.noOrganisation}</Note>;
  switch (state.kind) {
    case "nobody":
      return <Note>{words.needs.connect(anyRole(roles))}</Note>;
    case "reading":
      return <Note>{words.needs.reading}</Note>;
    case "failed":
      return (
        <Note
          aside={
            <Button variant="default" size="xs" onClick={state.retry}>
              {words.tryAgain}
            </Button>
          }
        >
          {words.rolesUnknown}
        </Note>
      );
    case "known": {
      const { officer } = state;
      if (!roles.some((role) => officer.has(role))) {
        return (
          <Note>
            {words.needs.lacksRole(anyRole(roles), officer.organisation.name)}{" "}
            {officer.roles.size === 0
              ? words.needs.youAreNobody
              : words.needs.youAre(allRoles(officer.roles))}
          </Note>
        );
      }
      if (!isOnChain) {
        return <Note aside={<SwitchChain />}>{words.wrongNetworkHint(config().chain.name)}</Note>;
      }
      return children;
    }
  }
}

function Note({ aside, children }: { readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.note} role="note">
      <Icon name="info" size={20} />
      <p className={classes.noteText}>{children}</p>
      {aside}
    </div>
  );
}

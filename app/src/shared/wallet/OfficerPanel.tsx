// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { config } from "../config/index.ts";
import { useOfficerState } from "../ledger/useOfficer.ts";
import { OfficePart } from "../office/OfficePart.tsx";
import { HexValue } from "../ui/HexValue.tsx";
import { rolesInHeader } from "./roleWords.ts";
import { SwitchChain } from "./SwitchChain.tsx";
import { useDisconnectWallet } from "./useConnectWallet.ts";
import { useWallet } from "./useWallet.ts";
import classes from "./wallet.module.css";
import { headerWords as words } from "./words/header.ts";

/** Account, roles, network and office session of whoever is connected. */
export function OfficerPanel({ address }: { readonly address: string }) {
  const { walletName, isOnChain } = useWallet();
  const { mutate: disconnect } = useDisconnectWallet();
  return (
    <>
      <section className={classes.part}>
        <h2 className={classes.title}>{words.officer}</h2>
        <p className={classes.account}>
          <HexValue value={address} what={words.theAddress} />
          {walletName === undefined ? null : <span className={classes.hint}>{words.with(walletName)}</span>}
        </p>
        <Roles />
      </section>
      {isOnChain ? null : (
        <section className={classes.part}>
          <h2 className={classes.title}>{words.wrongNetwork}</h2>
          <p className={classes.hint}>{words.wrongNetworkHint(config().chain.name)}</p>
          <SwitchChain words={words} />
        </section>
      )}
      <OfficePart />
      <div className={classes.part}>
        <Button variant="default" size="xs" onClick={() => disconnect()}>
          {words.disconnect}
        </Button>
      </div>
    </>
  );
}

function Roles() {
  const state = useOfficerState();
  if (config().organisation === null) return <p className={classes.hint}>{words.needs.noOrganisation}</p>;
  if (state.kind === "failed") return <p className={classes.hint}>{words.rolesUnknown}</p>;
  if (state.kind !== "known") return <p className={classes.hint}>{words.needs.reading}</p>;
  const { roles, organisation } = state.officer;
  if (roles.size === 0) return <p className={classes.hint}>{words.noRoleAt(organisation.name)}</p>;
  return (
    <p>
      <span className={classes.strong}>{rolesInHeader(roles)}</span> {words.atOrganisation(organisation.name)}
    </p>
  );
}

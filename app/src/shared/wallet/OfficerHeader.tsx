// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { type RefObject, useCallback, useEffect, useId, useRef, useState } from "react";
import { shorten } from "../format/shorten.ts";
import { useOfficer } from "../ledger/useOfficer.ts";
import { useOfficeSession } from "../office/useOfficeSession.ts";
import { useOfficeWatch } from "../office/useOfficeWatch.ts";
import { Icon } from "../ui/Icon.tsx";
import { OfficerMenu } from "./OfficerMenu.tsx";
import { useDismiss } from "./useDismiss.ts";
import { useWallet } from "./useWallet.ts";
import classes from "./wallet.module.css";
import { headerWords as words } from "./words/header.ts";

/** Who is acting, in the header: connect a wallet, see account and roles, put the network right, sign in to the office. */
export function OfficerHeader({ isOpenAtFirst }: { readonly isOpenAtFirst: boolean }) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const root = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const { address } = useWallet();
  const close = useCallback(() => setOpen(false), []);
  useDismiss(root, isOpen, close);
  const { state } = useOfficeSession();
  useFocusAfterChange(root, `${address} ${state}`);
  useOfficeWatch();
  // The button that was pressed has made way for this one.
  useEffect(() => {
    if (isOpenAtFirst) root.current?.querySelector("button")?.focus();
  }, [isOpenAtFirst]);
  return (
    <div className={classes.root} ref={root}>
      <HeaderButton isOpen={isOpen} panelId={panelId} onClick={() => setOpen(!isOpen)} />
      <div id={panelId} className={classes.panel} hidden={!isOpen}>
        {isOpen ? <OfficerMenu onDone={close} /> : null}
      </div>
    </div>
  );
}

/**
 * The button that was pressed is gone when somebody has connected, disconnected, signed in or out: the focus goes back to the one that
 * opened the panel, which stays open, because the next thing to do is there; or to the heading of a page that offered to connect.
 */
function useFocusAfterChange(root: RefObject<HTMLElement | null>, who: string): void {
  const before = useRef(who);
  useEffect(() => {
    if (before.current === who) return;
    before.current = who;
    if (document.activeElement !== document.body) return;
    const opener = root.current?.querySelector<HTMLElement>('[aria-expanded="true"]');
    (opener ?? document.querySelector<HTMLElement>("main h1"))?.focus({ preventScroll: true });
  }, [root, who]);
}

interface HeaderButtonProps {
  readonly isOpen: boolean;
  readonly panelId: string;
  readonly onClick: () => void;
}

function HeaderButton({ isOpen, panelId, onClick }: HeaderButtonProps) {
  const { address, isConnecting, isOnChain } = useWallet();
  const officer = useOfficer();
  const [role] = officer?.roles ?? [];
  const shown = {
    variant: "default",
    size: "xs",
    "aria-expanded": isOpen,
    "aria-controls": panelId,
  } as const;
  if (address === undefined) {
    return (
      <Button {...shown} onClick={onClick}>
        {isConnecting ? words.connecting : words.connect}
      </Button>
    );
  }
  return (
    <Button
      {...shown}
      onClick={onClick}
      leftSection={isOnChain ? null : <Icon name="alert" size={16} />}
      aria-label={isOnChain ? undefined : `${words.wrongNetwork}: ${shorten(address)}`}
    >
      {isOnChain ? (
        <span className={classes.who}>
          {role === undefined ? null : <span className={classes.role}>{words.roles[role]}</span>}
          <code>{shorten(address)}</code>
        </span>
      ) : (
        words.wrongNetwork
      )}
    </Button>
  );
}

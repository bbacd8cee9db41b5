// SPDX-License-Identifier: Apache-2.0

import { ActionIcon } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { Icon } from "../ui/Icon.tsx";
import { Logo } from "../ui/Logo.tsx";
import { HeaderOfficer } from "../wallet/HeaderOfficer.tsx";
import { useDismiss } from "../wallet/useDismiss.ts";
import { SHELL_DIRECTION, words } from "../words/index.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { LiveChip } from "./LiveChip.tsx";
import { Navigation } from "./Navigation.tsx";
import { SchemeToggle } from "./SchemeToggle.tsx";
import classes from "./Shell.module.css";
import { shellWords } from "./words/index.ts";

/** Mark, state of the ledger, who acts, and the navigation; on a narrow screen navigation, language and colours wait behind a button. */
export function Header() {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLElement>(null);
  const menuId = useId();
  const { pathname } = useLocation();
  const close = useCallback(() => setIsOpen(false), []);
  useDismiss(root, isOpen, close);
  useEffect(() => {
    if (pathname !== "") close();
  }, [pathname, close]);
  return (
    <header className={classes.header} dir={SHELL_DIRECTION} ref={root}>
      <div className={classes.bar}>
        <Link to="/" className={classes.brand}>
          <Logo />
          <span className={classes.brandName}>{words.appName}</span>
        </Link>
        <div className={classes.live}>
          <LiveChip />
        </div>
        <div className={classes.officer}>
          <HeaderOfficer words={shellWords.officer} />
        </div>
        <ActionIcon
          className={classes.menuButton}
          variant="default"
          size="lg"
          aria-label={shellWords.menu}
          aria-expanded={isOpen}
          aria-controls={menuId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name={isOpen ? "cross" : "menu"} />
        </ActionIcon>
        <div id={menuId} className={classes.menu} data-open={isOpen || undefined}>
          <nav className={classes.nav} aria-label={shellWords.mainNavigation}>
            <Navigation />
          </nav>
          <div className={classes.tools}>
            <LanguageSwitch />
            <SchemeToggle />
          </div>
        </div>
      </div>
    </header>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { Link, Outlet } from "@tanstack/react-router";
import { LiveChip, StaleBanner, useRefreshOnNewBlock } from "../live/index.ts";
import { Logo } from "../ui/Logo.tsx";
import { words } from "../words/index.ts";
import { SchemeToggle } from "./SchemeToggle.tsx";
import classes from "./Shell.module.css";

const MAIN_ID = "content";

/** The frame of every page: header with navigation and the state of the ledger, the page, footer. */
export function Shell() {
  useRefreshOnNewBlock();
  return (
    <>
      <a className={classes.skip} href={`#${MAIN_ID}`}>
        {words.skipToContent}
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to="/" className={classes.brand}>
            <Logo />
            {words.appName}
          </Link>
          <nav className={classes.nav} aria-label={words.mainNavigation}>
            <Link to="/programmes" className={classes.navLink}>
              {words.nav.programmes}
            </Link>
            <Link to="/documents" className={classes.navLink}>
              {words.nav.documents}
            </Link>
          </nav>
          <div className={classes.live}>
            <LiveChip />
          </div>
          <div className={classes.toggle}>
            <SchemeToggle />
          </div>
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
        <StaleBanner />
        <Outlet />
      </main>
      <footer className={classes.footer}>{words.footer}</footer>
    </>
  );
}

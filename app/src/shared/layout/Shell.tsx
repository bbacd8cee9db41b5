// SPDX-License-Identifier: Apache-2.0

import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { StaleBanner, useRefreshOnNewBlock } from "../live/index.ts";
import { Notices } from "../notice/index.ts";
import { useWalletChoice } from "../wallet/useWallet.ts";
import { PAGE_DIRECTION, PAGE_LANGUAGE, SHELL_DIRECTION } from "../words/index.ts";
import { Header } from "./Header.tsx";
import classes from "./Shell.module.css";
import { shellWords } from "./words/index.ts";

const MAIN_ID = "content";

/** The frame of every page: header with navigation and the state of the ledger, the page, footer. */
export function Shell() {
  useRefreshOnNewBlock();
  const choice = useWalletChoice();
  return (
    <>
      <a className={classes.skip} href={`#${MAIN_ID}`}>
        {shellWords.skipToContent}
      </a>
      <Header />
      <main id={MAIN_ID} tabIndex={-1} className={classes.main} lang={PAGE_LANGUAGE} dir={PAGE_DIRECTION}>
        <StaleBanner />
        {choice ? <choice.Banner /> : null}
        <Outlet />
      </main>
      <footer className={classes.footer} dir={SHELL_DIRECTION}>
        <Footer />
      </footer>
      <Notices />
    </>
  );
}

/** The console also shows what the office keeps, so that it cannot say that everything is public. */
function Footer() {
  const { pathname } = useLocation();
  if (pathname.startsWith("/console")) return shellWords.footerConsole;
  return (
    <>
      <p>{shellWords.footer}</p>
      <Link to="/readiness" className={classes.footerLink}>
        {shellWords.readiness}
      </Link>
    </>
  );
}

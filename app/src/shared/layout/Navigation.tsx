// SPDX-License-Identifier: Apache-2.0

import { Link, useLocation } from "@tanstack/react-router";
import { config } from "../config/index.ts";
import { useOfficer } from "../ledger/useOfficer.ts";
import { pageKind } from "../words/pageKind.ts";
import classes from "./Shell.module.css";
import { shellWords } from "./words/index.ts";

const { nav } = shellWords;

/** On pages for everybody those, on pages for the daily work these: both in one line would be too many. Each leads to the other. */
export function Navigation() {
  const officer = useOfficer();
  const { pathname } = useLocation();
  const isConsole = config().officeUrl !== null || (officer !== undefined && officer.roles.size > 0);
  return (
    <>
      {isConsole ? (
        <Link to="/console" className={classes.navLink} activeOptions={{ exact: true }}>
          {nav.waiting}
        </Link>
      ) : null}
      {pageKind(pathname) === "console" ? <ConsoleLinks isConsole={isConsole} /> : <PublicLinks />}
      <Link to="/documents" className={classes.navLink}>
        {nav.documents}
      </Link>
    </>
  );
}

function PublicLinks() {
  return (
    <>
      <Link to="/" className={classes.navLink} activeOptions={{ exact: true }}>
        {nav.overview}
      </Link>
      <Link to="/follow" className={classes.navLink} activeOptions={{ includeSearch: false }}>
        {nav.follow}
      </Link>
      <Link to="/programmes" className={classes.navLink}>
        {nav.programmes}
      </Link>
      <Link to="/funds" className={classes.navLink}>
        {nav.funds}
      </Link>
      <Link to="/agreements" className={classes.navLink}>
        {nav.agreements}
      </Link>
      <Link to="/council" className={classes.navLink}>
        {nav.council}
      </Link>
      <Link to="/timeline" className={classes.navLink} activeOptions={{ includeSearch: false }}>
        {nav.timeline}
      </Link>
      <Link to="/verify" className={classes.navLink}>
        {nav.verify}
      </Link>
    </>
  );
}

function ConsoleLinks({ isConsole }: { readonly isConsole: boolean }) {
  return (
    <>
      <Link to="/programmes" className={classes.navLink}>
        {nav.programmes}
      </Link>
      {isConsole ? (
        <>
          <Link to="/console/agreements" className={classes.navLink}>
            {nav.partners}
          </Link>
          <Link to="/console/accounts" className={classes.navLink}>
            {nav.accounts}
          </Link>
          <Link to="/console/office" className={classes.navLink}>
            {nav.office}
          </Link>
        </>
      ) : null}
      <Link to="/console/council" className={classes.navLink}>
        {nav.council}
      </Link>
      <Link to="/" className={classes.navLink} activeOptions={{ exact: true }}>
        {nav.overview}
      </Link>
    </>
  );
}

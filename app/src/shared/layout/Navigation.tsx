// SPDX-License-Identifier: Apache-2.0

import { Link } from "@tanstack/react-router";
import { config } from "../config/index.ts";
import { useOfficer } from "../ledger/useOfficer.ts";
import classes from "./Shell.module.css";
import { shellWords } from "./words/index.ts";

const { nav } = shellWords;

/** The pages for everybody and, where there is an office or an officer, those for the daily work. */
export function Navigation() {
  const officer = useOfficer();
  const isConsole = config().officeUrl !== null || (officer !== undefined && officer.roles.size > 0);
  return (
    <>
      {isConsole ? (
        <Link to="/console" className={classes.navLink} activeOptions={{ exact: true }}>
          {nav.waiting}
        </Link>
      ) : null}
      <Link to="/programmes" className={classes.navLink}>
        {nav.programmes}
      </Link>
      {isConsole ? (
        <>
          <Link to="/console/accounts" className={classes.navLink}>
            {nav.accounts}
          </Link>
          <Link to="/console/office" className={classes.navLink}>
            {nav.office}
          </Link>
        </>
      ) : null}
      <Link to="/documents" className={classes.navLink}>
        {nav.documents}
      </Link>
      <Link to="/verify" className={classes.navLink}>
        {nav.verify}
      </Link>
    </>
  );
}

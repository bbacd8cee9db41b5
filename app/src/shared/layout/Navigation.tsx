// SPDX-License-Identifier: Apache-2.0

import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import { config } from "../config/index.ts";
import { useOfficer } from "../ledger/useOfficer.ts";
import { pageKind } from "../words/pageKind.ts";
import classes from "./Shell.module.css";
import { shellWords } from "./words/index.ts";

const { nav } = shellWords;

type Entry = readonly [
  to: NonNullable<LinkProps["to"]>,
  label: string,
  /** When it counts as where the reader is, where the address alone does not say. */
  active?: LinkProps["activeOptions"],
  /** Where pages begin that belong to it as well. */
  also?: string,
];

const EXACTLY = { exact: true } as const;
const WHATEVER_IS_ASKED = { includeSearch: false } as const;

const OVERVIEW: Entry = ["/", nav.overview, EXACTLY];
const PROGRAMMES: Entry = ["/programmes", nav.programmes, {}, "/console/programmes/"];
const WAITING: Entry = ["/console", nav.waiting, EXACTLY];
const DOCUMENTS: Entry = ["/documents", nav.documents];

const PUBLIC: readonly Entry[] = [
  OVERVIEW,
  ["/follow", nav.follow, WHATEVER_IS_ASKED],
  PROGRAMMES,
  ["/funds", nav.funds],
  ["/agreements", nav.agreements],
  ["/council", nav.council],
  ["/timeline", nav.timeline, WHATEVER_IS_ASKED],
  ["/verify", nav.verify],
];
const OFFICE: readonly Entry[] = [
  ["/console/agreements", nav.partners],
  ["/console/funds", nav.fundDesk],
  ["/console/accounts", nav.accounts],
  ["/console/office", nav.office],
];
const COUNCIL: Entry = ["/console/council", nav.council];

/** On pages for everybody those, on pages for the daily work these: both in one line would be too many. Each leads to the other. */
export function Navigation() {
  const officer = useOfficer();
  const { pathname } = useLocation();
  const isConsole = config().officeUrl !== null || (officer !== undefined && officer.roles.size > 0);
  const links =
    pageKind(pathname) === "console" ? [PROGRAMMES, ...(isConsole ? OFFICE : []), COUNCIL, OVERVIEW] : PUBLIC;
  return [...(isConsole ? [WAITING] : []), ...links, DOCUMENTS].map(([to, label, active, also]) => (
    <Link
      key={to}
      to={to}
      className={classes.navLink}
      {...(active && { activeOptions: active })}
      {...(also !== undefined && pathname.startsWith(also) && { "aria-current": true })}
    >
      {label}
    </Link>
  ));
}

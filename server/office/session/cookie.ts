// SPDX-License-Identifier: Apache-2.0

import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SESSION_HEADER } from "#sdk/office/client/line.ts";
import { LONGEST, type SessionKind } from "./sessions.ts";

/** What the caller asks to be: a terminal says so, since its session lies beside an officer's in the same browser. */
export function kindOf(c: Context): SessionKind {
  return c.req.header(SESSION_HEADER) === "terminal" ? "terminal" : "officer";
}

/** The token of the caller's session, if their browser has one. */
export function tokenOf(c: Context, organisation: number): string | undefined {
  const kind = kindOf(c);
  return getCookie(c, nameOf(organisation, kind), "host") ?? getCookie(c, nameOf(organisation, kind));
}

/** Give the browser a token that no script can read and no other site can send. */
export function giveToken(c: Context, organisation: number, token: string): void {
  const isSecure = isHttps(c);
  setCookie(c, nameOf(organisation, kindOf(c)), token, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    maxAge: LONGEST,
    secure: isSecure,
    // A name that only a secure page of this very host can set.
    ...(isSecure ? { prefix: "host" } : {}),
  });
}

export function takeToken(c: Context, organisation: number): void {
  const name = nameOf(organisation, kindOf(c));
  if (isHttps(c)) deleteCookie(c, name, { path: "/", secure: true, prefix: "host" });
  else deleteCookie(c, name, { path: "/" });
}

/** A browser on a page of https reaches the office by https too, whatever stands between. */
function isHttps(c: Context): boolean {
  return c.req.header("origin")?.startsWith("https:") ?? false;
}

/** Offices of two organisations may share a host in a demonstration. */
function nameOf(organisation: number, kind: SessionKind): string {
  return kind === "terminal" ? `annona_terminal_${organisation}` : `annona_office_${organisation}`;
}

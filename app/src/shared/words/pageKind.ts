// SPDX-License-Identifier: Apache-2.0

/** Pages for everybody are in every language; those of the daily work are not. */
export type PageKind = "public" | "console";

export function pageKind(pathname: string): PageKind {
  return /^\/console(?:\/|$)/.test(pathname) ? "console" : "public";
}

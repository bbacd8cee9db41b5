// SPDX-License-Identifier: Apache-2.0

import type { Role } from "#sdk/agency/officers.ts";
import { LOCALE, SHELL_LOCALE } from "../words/locale.ts";
import { headerWords } from "./words/header.ts";
import { words } from "./words/index.ts";

const all = new Intl.ListFormat(LOCALE, { type: "conjunction" });
const allInHeader = new Intl.ListFormat(SHELL_LOCALE, { type: "conjunction" });
const any = new Intl.ListFormat(LOCALE, { type: "disjunction" });

/** A role as the reader calls it. */
export function roleWord(role: Role): string {
  return words.roles[role];
}

/** "Preparer and Custodian". */
export function allRoles(roles: Iterable<Role>): string {
  return all.format([...roles].map(roleWord));
}

/** "Preparer or Custodian". */
export function anyRole(roles: readonly Role[]): string {
  return any.format(roles.map(roleWord));
}

/** As {@link allRoles}, in the language of the header. */
export function rolesInHeader(roles: Iterable<Role>): string {
  return allInHeader.format([...roles].map((role) => headerWords.roles[role]));
}

// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import type { PersonName } from "#scripts/seed/people.ts";
import type { SmallMonth } from "./smallMonth.ts";

type Visit = readonly [officer: PersonName, path: string];

/** Every page of the console, with the officer who works there. `PROGRAMME`, `ACCOUNT`, `AGREEMENT` and `FUND` stand for those of the tests. */
export const CONSOLE_PAGES: readonly Visit[] = [
  ["preparer", "/console"],
  ["preparer", "/console/programmes/PROGRAMME"],
  ["preparer", "/console/programmes/PROGRAMME/new-cycle"],
  ["preparer", "/console/programmes/PROGRAMME/cycles/1"],
  ["preparer", "/console/programmes/PROGRAMME/cycles/1/load"],
  ["preparer", "/console/programmes/PROGRAMME/cycles/1/messages"],
  ["approver", "/console"],
  ["approver", "/console/programmes/PROGRAMME"],
  ["approver", "/console/programmes/PROGRAMME/cycles/2"],
  ["approver", "/console/programmes/PROGRAMME/cycles/2/approve"],
  ["custodian", "/console/accounts"],
  ["custodian", "/console/accounts?account=ACCOUNT"],
  ["custodian", "/console/accounts/open"],
  ["custodian", "/console/accounts/cards"],
  ["custodian", "/console/office"],
  ["custodian", "/console/programmes/PROGRAMME/terminal"],
  ["preparer", "/console/council"],
  ["preparer", "/console/council/new"],
  ["preparer", "/console/council/1"],
  ["finance", "/console/programmes/PROGRAMME/shops"],
  ["finance", "/console/programmes/PROGRAMME/shops?shop=1"],
  ["finance", "/console/programmes/PROGRAMME/receipts"],
  ["finance", "/console/programmes/PROGRAMME/reconcile?shop=1&cycle=1"],
  ["finance", "/console/programmes/PROGRAMME/correct"],
  ["finance", "/console/programmes/PROGRAMME/settle"],
  ["finance", "/console/programmes/PROGRAMME/settlements/1"],
  ["finance", "/console/programmes/PROGRAMME/cycles/1/close"],
  ["finance", "/console/programmes/PROGRAMME/close"],
  ["finance", "/console/funds"],
  ["finance", "/console/funds/FUND"],
  ["finance", "/console/agreements"],
  ["finance", "/console/agreements/new"],
  ["finance", "/console/agreements/AGREEMENT"],
];

/** The pages for everybody. */
export const PUBLIC_PAGES: readonly Visit[] = [
  ["donor", "/"],
  ["donor", "/programmes"],
  ["donor", "/programmes/PROGRAMME"],
  ["donor", "/agreements"],
  ["donor", "/agreements/AGREEMENT"],
  ["donor", "/funds"],
  ["donor", "/funds/FUND"],
  ["donor", "/council"],
  ["donor", "/timeline"],
  ["donor", "/follow"],
  ["donor", "/verify"],
  ["donor", "/documents"],
  ["donor", "/readiness"],
];

/** A page's address in a month of the tests. */
export function addressOf(path: string, { programme, entries, agreement, fund }: SmallMonth): string {
  return path
    .replace("AGREEMENT", agreement.address)
    .replace("FUND", fund)
    .replace("PROGRAMME", programme.address)
    .replace("ACCOUNT", String(entries[0]?.account));
}

/** Routes of the app, as its router writes them, that none of the pages above is on. */
export function forgottenRoutes(): string[] {
  const router = readFileSync(new URL("../../../../app/src/router.tsx", import.meta.url), "utf8");
  const routes = [...router.matchAll(/\bpath: "([^"]+)"/g)].map(([, route = ""]) => route);
  const visited = [...CONSOLE_PAGES, ...PUBLIC_PAGES].map(([, path]) => path.split("?")[0] ?? "");
  if (routes.length < visited.length / 2) throw new Error("the router is not read");
  return routes.filter((route) => {
    const form = new RegExp(`^${route.replaceAll(/\$\w+/g, "[^/]+")}$`);
    return !visited.some((path) => form.test(path));
  });
}

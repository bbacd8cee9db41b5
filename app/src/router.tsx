// SPDX-License-Identifier: Apache-2.0

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { consolePages } from "./consolePages.ts";
import {
  accountSearch,
  correctSearch,
  draftSearch,
  reconcileSearch,
  settleSearch,
  shopsSearch,
} from "./consoleSearch.ts";
import { documentSearch, receiptSearch } from "./search.ts";
import { BrokenPage, NotFoundPage } from "./shared/errors/ErrorPages.tsx";
import { Shell } from "./shared/layout/index.ts";
import { openWallet } from "./shared/wallet/openWallet.ts";

const root = createRootRoute({
  // The pages of the daily work come with the code that talks to wallets; readers do without.
  beforeLoad: async ({ location }) => {
    if (location.pathname.startsWith("/console")) await openWallet();
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const getParentRoute = () => root;
const loadProgrammes = () => import("./features/programmes/index.ts");

const landing = createRoute({
  getParentRoute,
  path: "/",
  component: lazyRouteComponent(loadProgrammes, "LandingPage"),
});

const programmes = createRoute({
  getParentRoute,
  path: "/programmes",
  component: lazyRouteComponent(loadProgrammes, "ProgrammesPage"),
});

const programme = createRoute({
  getParentRoute,
  path: "/programmes/$address",
  validateSearch: receiptSearch,
  component: lazyRouteComponent(() => import("./features/programme/index.ts"), "ProgrammePage"),
});

const documents = createRoute({
  getParentRoute,
  path: "/documents",
  validateSearch: documentSearch,
  component: lazyRouteComponent(() => import("./features/documents/index.ts"), "DocumentsPage"),
});

const waiting = createRoute({ getParentRoute, path: "/console", component: consolePages.waiting });
const office = createRoute({ getParentRoute, path: "/console/office", component: consolePages.office });

const accounts = [
  createRoute({
    getParentRoute,
    path: "/console/accounts",
    validateSearch: accountSearch,
    component: consolePages.accounts,
  }),
  createRoute({ getParentRoute, path: "/console/accounts/open", component: consolePages.openAccounts }),
  createRoute({ getParentRoute, path: "/console/accounts/cards", component: consolePages.cards }),
] as const;

const ofProgramme = [
  createRoute({ getParentRoute, path: "/console/programmes/$address", component: consolePages.desk }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/new-cycle",
    validateSearch: draftSearch,
    component: consolePages.newCycle,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/shops",
    validateSearch: shopsSearch,
    component: consolePages.shops,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/terminal",
    component: consolePages.terminal,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/receipts",
    validateSearch: receiptSearch,
    component: consolePages.receipts,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/reconcile",
    validateSearch: reconcileSearch,
    component: consolePages.reconcile,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/correct",
    validateSearch: correctSearch,
    component: consolePages.correct,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/settle",
    validateSearch: settleSearch,
    component: consolePages.settle,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/settlements/$id",
    component: consolePages.settlement,
  }),
] as const;

const ofCycle = [
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/cycles/$cycle",
    component: consolePages.cycleDesk,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/cycles/$cycle/approve",
    component: consolePages.approve,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/cycles/$cycle/load",
    component: consolePages.load,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/cycles/$cycle/close",
    component: consolePages.close,
  }),
  createRoute({
    getParentRoute,
    path: "/console/programmes/$address/cycles/$cycle/messages",
    component: consolePages.messages,
  }),
] as const;

/** All pages. Each feature is loaded when it is first opened, or pointed at. */
export const router = createRouter({
  routeTree: root.addChildren([
    landing,
    programmes,
    programme,
    documents,
    waiting,
    office,
    ...accounts,
    ...ofProgramme,
    ...ofCycle,
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

// SPDX-License-Identifier: Apache-2.0

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { consolePages } from "./consolePages.ts";
import {
  accountSearch,
  agreementSearch,
  correctSearch,
  draftSearch,
  reconcileSearch,
  settleSearch,
  shopsSearch,
} from "./consoleSearch.ts";
import { followSearch, timelineSearch } from "./donorSearch.ts";
import { documentSearch, receiptSearch } from "./search.ts";
import { BrokenPage, NotFoundPage } from "./shared/errors/ErrorPages.tsx";
import { Shell } from "./shared/layout/index.ts";
import { openWallet } from "./shared/wallet/openWallet.ts";
import { isOtherLanguage } from "./shared/words/index.ts";

const root = createRootRoute({
  component: Shell,
  beforeLoad: async ({ location, preload }) => {
    // Words are loaded once: between pages of different languages the browser goes as from one site to another.
    if (!preload && isOtherLanguage(location.pathname))
      throw redirect({ href: location.href, reloadDocument: true });
    // The pages of the daily work come with the code that talks to wallets; readers do without.
    if (location.pathname.startsWith("/console")) await openWallet();
  },
  notFoundComponent: NotFoundPage,
});

const getParentRoute = () => root;
const loadProgrammes = () => import("./features/programmes/index.ts");

const loadFunds = () => import("./features/funds/index.ts");
const loadAgreements = () => import("./features/agreements/index.ts");

const overview = createRoute({
  getParentRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./features/overview/index.ts"), "OverviewPage"),
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

const forDonors = [
  createRoute({
    getParentRoute,
    path: "/agreements",
    component: lazyRouteComponent(loadAgreements, "AgreementsPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/agreements/$address",
    component: lazyRouteComponent(loadAgreements, "AgreementPage"),
  }),
  createRoute({ getParentRoute, path: "/funds", component: lazyRouteComponent(loadFunds, "FundsPage") }),
  createRoute({
    getParentRoute,
    path: "/funds/$address",
    component: lazyRouteComponent(loadFunds, "FundPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/timeline",
    validateSearch: timelineSearch,
    component: lazyRouteComponent(() => import("./features/timeline/index.ts"), "TimelinePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/follow",
    validateSearch: followSearch,
    component: lazyRouteComponent(() => import("./features/follow/index.ts"), "FollowPage"),
  }),
] as const;

const verify = createRoute({
  getParentRoute,
  path: "/verify",
  component: lazyRouteComponent(() => import("./features/verify/index.ts"), "VerifyPage"),
});

const governance = createRoute({
  getParentRoute,
  path: "/council",
  component: lazyRouteComponent(() => import("./features/governance/index.ts"), "GovernancePage"),
});

const readiness = createRoute({
  getParentRoute,
  path: "/readiness",
  component: lazyRouteComponent(() => import("./features/readiness/index.ts"), "ReadinessPage"),
});

const waiting = createRoute({ getParentRoute, path: "/console", component: consolePages.waiting });
const office = createRoute({ getParentRoute, path: "/console/office", component: consolePages.office });

const council = [
  createRoute({ getParentRoute, path: "/console/council", component: consolePages.council }),
  createRoute({ getParentRoute, path: "/console/council/new", component: consolePages.newProposal }),
  createRoute({ getParentRoute, path: "/console/council/$id", component: consolePages.proposal }),
] as const;

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

const agreements = [
  createRoute({ getParentRoute, path: "/console/agreements", component: consolePages.agreements }),
  createRoute({
    getParentRoute,
    path: "/console/agreements/new",
    validateSearch: agreementSearch,
    component: consolePages.newAgreement,
  }),
  createRoute({ getParentRoute, path: "/console/agreements/$address", component: consolePages.agreement }),
] as const;

const funds = [
  createRoute({ getParentRoute, path: "/console/funds", component: consolePages.funds }),
  createRoute({ getParentRoute, path: "/console/funds/$address", component: consolePages.fund }),
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
    path: "/console/programmes/$address/close",
    component: consolePages.closeProgramme,
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
    overview,
    programmes,
    programme,
    documents,
    verify,
    governance,
    readiness,
    ...forDonors,
    waiting,
    office,
    ...council,
    ...accounts,
    ...agreements,
    ...funds,
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

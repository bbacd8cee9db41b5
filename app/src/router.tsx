// SPDX-License-Identifier: Apache-2.0

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { documentSearch, receiptSearch } from "./search.ts";
import { BrokenPage, NotFoundPage } from "./shared/errors/ErrorPages.tsx";
import { Shell } from "./shared/layout/index.ts";

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const loadProgrammes = () => import("./features/programmes/index.ts");

const landing = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(loadProgrammes, "LandingPage"),
});

const programmes = createRoute({
  getParentRoute: () => root,
  path: "/programmes",
  component: lazyRouteComponent(loadProgrammes, "ProgrammesPage"),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: "/programmes/$address",
  validateSearch: receiptSearch,
  component: lazyRouteComponent(() => import("./features/programme/index.ts"), "ProgrammePage"),
});

const documents = createRoute({
  getParentRoute: () => root,
  path: "/documents",
  validateSearch: documentSearch,
  component: lazyRouteComponent(() => import("./features/documents/index.ts"), "DocumentsPage"),
});

/** All pages. Each feature is loaded when it is first opened, or pointed at. */
export const router = createRouter({
  routeTree: root.addChildren([landing, programmes, programme, documents]),
  defaultPreload: "intent",
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

// SPDX-License-Identifier: Apache-2.0

/** A page for everybody, and what it asks for as soon as it is opened. */
export interface PublicPage {
  /** As the router has it: "/funds/$address". */
  readonly path: string;
  /** Folder of the feature that draws it. */
  readonly feature: string;
  /** Addresses of the API, as the page's own questions have them; "$address" stands for the one of the page. */
  readonly asks: readonly string[];
}

/** What is asked on every page. */
export const ASKED_EVERYWHERE = ["/api/status"] as const;

/** Every page that is made for a first visit. One that is missing here works as well, and appears later. */
export const PUBLIC_PAGES: readonly PublicPage[] = [
  { path: "/", feature: "overview", asks: ["/api/overview", "/api/breakdown"] },
  { path: "/programmes", feature: "programmes", asks: ["/api/programmes?limit=25"] },
  {
    path: "/programmes/$address",
    feature: "programme",
    asks: [
      "/api/programmes/$address",
      "/api/programmes/$address/cycles?limit=25",
      "/api/programmes/$address/shops?limit=200",
      "/api/programmes/$address/receipts?limit=25",
      "/api/programmes/$address/settlements?limit=25",
      "/api/programmes/$address/check",
    ],
  },
  { path: "/agreements", feature: "agreements", asks: ["/api/agreements?limit=25"] },
  { path: "/agreements/$address", feature: "agreements", asks: ["/api/agreements/$address"] },
  { path: "/funds", feature: "funds", asks: ["/api/funds?limit=25"] },
  {
    path: "/funds/$address",
    feature: "funds",
    asks: [
      "/api/funds/$address",
      "/api/funds/$address/contributions?limit=25",
      "/api/funds/$address/allocations?limit=25",
    ],
  },
  { path: "/timeline", feature: "timeline", asks: ["/api/timeline?limit=25"] },
  { path: "/follow", feature: "follow", asks: ["/api/funds?limit=25"] },
  {
    path: "/council",
    feature: "governance",
    asks: [
      "/api/council",
      "/api/council/proposals?limit=25",
      "/api/programmes?limit=500",
      "/api/agreements?limit=500",
    ],
  },
  { path: "/verify", feature: "verify", asks: [] },
  { path: "/documents", feature: "documents", asks: [] },
  { path: "/readiness", feature: "readiness", asks: [] },
];

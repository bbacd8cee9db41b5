// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import {
  agreementOf,
  agreementsOf,
  breakdownOf,
  councilOf,
  followOf,
  fundOf,
  fundsOf,
  overviewOf,
} from "#sdk/history/index.ts";
import * as shapes from "#sdk/history/shapes/index.ts";
import { listAllocations, listContributions, listProposals, listTimeline } from "../queries/donor.ts";
import { rowsIn } from "../queries/select.ts";
import { unknownAgreement, unknownFund, unknownReference } from "./errors.ts";
import { followPath, numberedPage, programmePath, timelineQuery } from "./parameters.ts";
import { jsonRoute, type Route, type View } from "./route.ts";

const nothing = z.object({});
const noFund = { 404: "HIST-403" };

const listsOfFund = [
  {
    name: "contributions",
    summary: "What was given to a fund and what came back to it, newest first.",
    item: shapes.contribution,
    list: listContributions,
  },
  {
    name: "allocations",
    summary: "What a fund gave to programmes and agreements, newest first.",
    item: shapes.allocation,
    list: listAllocations,
  },
] as const;

/** Routes about donors' money, agreements with partners, and the council. */
export const DONOR_ROUTES: readonly Route[] = [
  jsonRoute({
    path: "/overview",
    summary: "What all the money did, token by token: from contributed to reconciled, and where it is.",
    params: nothing,
    query: nothing,
    answer: { name: "Overview", schema: shapes.one(shapes.overview) },
    run: ({ db }) => overviewOf(rowsIn(db)),
  }),
  jsonRoute({
    path: "/timeline",
    summary: "What happened, newest first; with a state and an asset, the entries that its total is made of.",
    params: nothing,
    query: timelineQuery,
    answer: { name: "TimelinePage", schema: shapes.page(shapes.timelineEntry) },
    run: ({ db }, { query: { limit, cursor, ...filter } }) => listTimeline(db, filter, { limit, cursor }),
  }),
  jsonRoute({
    path: "/breakdown",
    summary: "What each programme, each of its cycles and each of its shops did.",
    params: nothing,
    query: nothing,
    answer: { name: "Breakdown", schema: shapes.one(shapes.breakdown) },
    run: ({ db }) => breakdownOf(rowsIn(db)),
  }),
  jsonRoute({
    path: "/funds",
    summary: "Donor funds, the oldest first.",
    params: nothing,
    query: nothing,
    answer: { name: "FundsPage", schema: shapes.page(shapes.fundSummary) },
    run: async ({ db }) => ({ items: await fundsOf(rowsIn(db)), nextCursor: null }),
  }),
  jsonRoute({
    path: "/funds/{address}",
    summary: "One donor fund with its pots.",
    params: programmePath,
    query: nothing,
    answer: { name: "Fund", schema: shapes.one(shapes.fund) },
    errors: noFund,
    run: ({ db }, { params }) => known(fundOf(rowsIn(db), params.address), unknownFund),
  }),
  ...listsOfFund.map(({ name, summary, item, list }) =>
    jsonRoute<typeof programmePath, typeof numberedPage, object>({
      path: `/funds/{address}/${name}`,
      summary,
      params: programmePath,
      query: numberedPage,
      answer: { name: `${name[0]?.toUpperCase()}${name.slice(1)}Page`, schema: shapes.page(item) },
      errors: noFund,
      run: async ({ db }, { params, query }) => {
        await known(fundOf(rowsIn(db), params.address), unknownFund);
        return list(db, params.address, query);
      },
    }),
  ),
  jsonRoute({
    path: "/follow/{fund}/{reference}",
    summary: "Where what was given to a fund under a reference is now, first in, first out, to the cent.",
    params: followPath,
    query: nothing,
    answer: { name: "Follow", schema: shapes.one(shapes.follow) },
    errors: { 404: "HIST-406" },
    run: async ({ db }, { params: { fund, reference } }) => {
      await known(fundOf(rowsIn(db), fund), unknownFund);
      return known(followOf(rowsIn(db), fund, reference), unknownReference);
    },
  }),
  jsonRoute({
    path: "/agreements",
    summary: "Agreements with partners, the oldest first.",
    params: nothing,
    query: nothing,
    answer: { name: "AgreementsPage", schema: shapes.page(shapes.agreementSummary) },
    run: async ({ db }) => ({ items: await agreementsOf(rowsIn(db)), nextCursor: null }),
  }),
  jsonRoute({
    path: "/agreements/{address}",
    summary: "One agreement with its milestones, sources and signed terms.",
    params: programmePath,
    query: nothing,
    answer: { name: "Agreement", schema: shapes.one(shapes.agreement) },
    errors: { 404: "HIST-405" },
    run: ({ db }, { params }) => known(agreementOf(rowsIn(db), params.address), unknownAgreement),
  }),
  jsonRoute({
    path: "/council",
    summary:
      "The council: members, settings and its latest proposals as they stood at the block of the answer.",
    params: nothing,
    query: nothing,
    answer: { name: "Council", schema: shapes.one(shapes.council) },
    run: (view) => councilOf(rowsIn(view.db), timeOf(view)),
  }),
  jsonRoute({
    path: "/council/proposals",
    summary: "Proposals of the council, newest first.",
    params: nothing,
    query: numberedPage,
    answer: { name: "ProposalsPage", schema: shapes.page(shapes.proposal) },
    run: (view, { query }) => listProposals(view.db, query, timeOf(view)),
  }),
];

/** Unix seconds of the block that the answer holds for. */
function timeOf({ reached }: View): number {
  return reached?.timestamp ?? 0;
}

async function known<T>(found: Promise<T | undefined>, refuse: () => Error): Promise<T> {
  const thing = await found;
  if (thing === undefined) throw refuse();
  return thing;
}

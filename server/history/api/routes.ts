// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { EXPORT_NAMES, exportFile, mediaTypeOf } from "#sdk/formats/exportFile.ts";
import { readBooks } from "#sdk/formats/programmeBooks.ts";
import * as shapes from "#sdk/history/shapes/index.ts";
import { listCycles, listDocuments, listSettlements, listShops } from "../queries/lists.ts";
import { checkTotals, findProgramme, listProgrammes } from "../queries/programmes.ts";
import { listReceipts } from "../queries/receipts.ts";
import { rowsIn, selectRows } from "../queries/select.ts";
import { DONOR_FILES } from "./donorFiles.ts";
import { DONOR_ROUTES } from "./donorRoutes.ts";
import { unknownDocument, unknownProgramme } from "./errors.ts";
import { documentPath, numberedPage, programmePath, programmesPage, receiptsQuery } from "./parameters.ts";
import { exportTag, type FileAnswer, fileRoute, jsonRoute, type Route, type View } from "./route.ts";

const nothing = z.object({});
const exportPath = z.object({ file: z.enum(EXPORT_NAMES) });
const noProgramme = { 404: "HIST-401" };

const lists = [
  { name: "cycles", summary: "Cycles of a programme, newest first.", item: shapes.cycle, list: listCycles },
  {
    name: "shops",
    summary: "Shops of a programme, in the order of registration.",
    item: shapes.shop,
    list: listShops,
  },
  {
    name: "settlements",
    summary: "Settlements of a programme, newest first.",
    item: shapes.settlement,
    list: listSettlements,
  },
] as const;

/** Every route below /api. All of them only read, and all that they tell is public. */
export const ROUTES: readonly Route[] = [
  jsonRoute({
    path: "/status",
    summary: "How far the chain is indexed.",
    params: nothing,
    query: nothing,
    answer: { name: "Status", schema: shapes.status },
    tag: ({ follower: { headSeen, problem } }) => `-${headSeen ?? "none"}-${problem ?? "ok"}`,
    run: async ({ db, parts: { deployment, follower } }) => {
      const programmes = (await selectRows(db, "programmes")).length;
      const { headSeen, problem } = follower;
      return { chainId: deployment.chainId, headSeen, programmes, problem };
    },
  }),
  jsonRoute({
    path: "/programmes",
    summary: "Programmes with their money.",
    params: nothing,
    query: programmesPage,
    answer: { name: "ProgrammesPage", schema: shapes.page(shapes.programmeSummary) },
    run: ({ db }, { query }) => listProgrammes(db, query),
  }),
  jsonRoute({
    path: "/programmes/{address}",
    summary: "One programme.",
    params: programmePath,
    query: nothing,
    answer: { name: "Programme", schema: shapes.one(shapes.programme) },
    errors: noProgramme,
    run: ({ db }, { params }) => knownProgramme(findProgramme(db, params.address)),
  }),
  jsonRoute({
    path: "/programmes/{address}/check",
    summary: "Whether the totals of a programme tie, computed from its rows.",
    params: programmePath,
    query: nothing,
    answer: { name: "Check", schema: shapes.one(shapes.check) },
    errors: noProgramme,
    run: ({ db }, { params }) => knownProgramme(checkTotals(db, params.address)),
  }),
  ...lists.map(({ name, summary, item, list }) =>
    jsonRoute<typeof programmePath, typeof numberedPage, object>({
      path: `/programmes/{address}/${name}`,
      summary,
      params: programmePath,
      query: numberedPage,
      answer: { name: `${name[0]?.toUpperCase()}${name.slice(1)}Page`, schema: shapes.page(item) },
      errors: noProgramme,
      run: async ({ db }, { params, query }) => {
        await knownProgramme(findProgramme(db, params.address));
        return list(db, params.address, query);
      },
    }),
  ),
  jsonRoute({
    path: "/programmes/{address}/receipts",
    summary: "Receipts of a programme in the order in which they reached the chain, newest first.",
    params: programmePath,
    query: receiptsQuery,
    answer: { name: "ReceiptsPage", schema: shapes.page(shapes.receipt) },
    errors: noProgramme,
    run: async ({ db }, { params: { address }, query: { limit, cursor, ...filter } }) => {
      await knownProgramme(findProgramme(db, address));
      return listReceipts(db, address, filter, { limit, cursor });
    },
  }),
  jsonRoute({
    path: "/documents/{hash}",
    summary: "Who recorded a document, and when.",
    params: documentPath,
    query: nothing,
    answer: { name: "DocumentRecords", schema: shapes.page(shapes.document) },
    errors: { 404: "HIST-402" },
    run: async ({ db }, { params }) => {
      const records = await listDocuments(db, params.hash);
      if (records.items.length === 0) throw unknownDocument();
      return records;
    },
  }),
  ...DONOR_ROUTES,
  ...DONOR_FILES,
  fileRoute({
    path: "/programmes/{address}/export/{file}",
    summary: "A programme as a file: IATI 2.03 activities, or a table as CSV, HXL-tagged CSV or JSON.",
    params: programmePath.extend(exportPath.shape),
    query: nothing,
    answer: "file",
    mediaTypes: [...new Set(EXPORT_NAMES.map(mediaTypeOf))],
    errors: { ...noProgramme, 409: "EXPORT-101, EXPORT-103 or EXPORT-104" },
    tag: exportTag,
    run: (view, { params: { address, file } }) => exported(view, file, address),
  }),
  fileRoute({
    path: "/export/{file}",
    summary: "All programmes as one file.",
    params: exportPath,
    query: nothing,
    answer: "file",
    mediaTypes: [...new Set(EXPORT_NAMES.map(mediaTypeOf))],
    errors: { 409: "EXPORT-101, EXPORT-103 or EXPORT-104" },
    tag: exportTag,
    run: (view, { params: { file } }) => exported(view, file),
  }),
];

async function exported(
  { db, reached, parts: { deployment, profile } }: View,
  file: (typeof EXPORT_NAMES)[number],
  address?: string,
): Promise<FileAnswer> {
  const { chainId } = deployment;
  const books = await readBooks(rowsIn(db), { chainId, upTo: reached?.timestamp ?? 0 }, address);
  if (address !== undefined && books.length === 0) throw unknownProgramme();
  const { text, mediaType } = exportFile(file, books, profile);
  const about = address === undefined ? "all" : address.slice(0, 10);
  return { text, mediaType, fileName: `annona-${chainId}-${about}-${file}` };
}

async function knownProgramme<T>(found: Promise<T | undefined>): Promise<T> {
  const programme = await found;
  if (programme === undefined) throw unknownProgramme();
  return programme;
}

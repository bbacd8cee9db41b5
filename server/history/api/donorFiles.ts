// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { readAgreementBooks, readFundBooks } from "#sdk/formats/donorBooks.ts";
import {
  AGREEMENT_EXPORT_NAMES,
  exportAgreement,
  exportFund,
  FUND_EXPORT_NAMES,
} from "#sdk/formats/exportDonors.ts";
import { EXPORT_NAMES, mediaTypeOf } from "#sdk/formats/exportFile.ts";
import { rowsIn } from "../queries/select.ts";
import { unknownAgreement, unknownFund } from "./errors.ts";
import { programmePath } from "./parameters.ts";
import { exportTag, fileRoute, type Route, type View } from "./route.ts";

const nothing = z.object({});
const mediaTypes = [...new Set(EXPORT_NAMES.map(mediaTypeOf))];

/** Donor funds and agreements as files. */
export const DONOR_FILES: readonly Route[] = [
  fileRoute({
    path: "/funds/{address}/export/{file}",
    summary: "A donor fund as a file: an IATI 2.03 activity, or a table as CSV, HXL-tagged CSV or JSON.",
    params: programmePath.extend({ file: z.enum(FUND_EXPORT_NAMES) }),
    query: nothing,
    answer: "file",
    mediaTypes,
    errors: { 404: "HIST-403", 409: "EXPORT-101, EXPORT-103 or EXPORT-104" },
    tag: exportTag,
    run: async (view, { params: { address, file } }) => {
      const books = await readFundBooks(rowsIn(view.db), originOf(view), address);
      if (books === undefined) throw unknownFund();
      return named(exportFund(file, books, view.parts.profile), view, address, file);
    },
  }),
  fileRoute({
    path: "/agreements/{address}/export/{file}",
    summary: "An agreement as a file: an IATI 2.03 activity, or a table as CSV, HXL-tagged CSV or JSON.",
    params: programmePath.extend({ file: z.enum(AGREEMENT_EXPORT_NAMES) }),
    query: nothing,
    answer: "file",
    mediaTypes,
    errors: { 404: "HIST-405", 409: "EXPORT-101, EXPORT-103 or EXPORT-104" },
    tag: exportTag,
    run: async (view, { params: { address, file } }) => {
      const books = await readAgreementBooks(rowsIn(view.db), originOf(view), address);
      if (books === undefined) throw unknownAgreement();
      return named(exportAgreement(file, books, view.parts.profile), view, address, file);
    },
  }),
];

function originOf({ reached, parts: { deployment } }: View) {
  return { chainId: deployment.chainId, upTo: reached?.timestamp ?? 0 };
}

function named<T extends object>(text: T, { parts: { deployment } }: View, address: string, file: string) {
  return { ...text, fileName: `annona-${deployment.chainId}-${address.slice(0, 10)}-${file}` };
}

// SPDX-License-Identifier: Apache-2.0

import { type OfficeClient, officeClient } from "#sdk/office/index.ts";
import { config } from "../config/index.ts";
import { officeFetch } from "./line.ts";

let client: OfficeClient | undefined;

/** The office server of this console's organisation. One for the whole page; only for a console that has one. */
export function makeClient(): OfficeClient {
  client ??= officeClient({ url: config().officeUrl ?? window.location.origin, fetch: officeFetch });
  return client;
}

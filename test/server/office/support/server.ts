// SPDX-License-Identifier: Apache-2.0

import { type OfficeServer, type OfficeServerOptions, startOfficeServer } from "#server/office/server.ts";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import type { TestOffice } from "#test/e2e/support/office.ts";
import { type Browser, ORIGIN, openBrowser } from "./browser.ts";

/** An office server of an agency, with a clock that a test can turn and the lines of its log. */
export interface TestServer extends OfficeServer {
  readonly lines: readonly string[];
  /** Turn the server's clock forward. */
  pass(seconds: number): void;
  browser(origin?: string): Browser;
}

export async function startServer(
  { chain, suite, organisation }: Pick<TestOffice, "chain" | "suite" | "organisation">,
  database: DatabaseAddress,
  more: Partial<OfficeServerOptions> = {},
): Promise<TestServer> {
  const lines: string[] = [];
  let ahead = 0;
  const server = await startOfficeServer({
    port: 0,
    rpcUrl: chain.url,
    deployment: suite.deployment,
    organisation,
    database,
    origins: [ORIGIN, "http://127.0.0.1:9201"],
    now: () => Math.floor(Date.now() / 1_000) + ahead,
    log: (line) => lines.push(line),
    ...more,
  });
  return {
    ...server,
    lines,
    pass: (seconds) => {
      ahead += seconds;
    },
    browser: (origin) => openBrowser(server.url, origin),
  };
}

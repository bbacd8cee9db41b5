// SPDX-License-Identifier: Apache-2.0

import { parentPort } from "node:worker_threads";
import { type Household, importOfficeKey, openPage, pagesOf, sealPage } from "#sdk/households/index.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { processorTime } from "#test/support/processorTime.ts";

export interface SealerTask {
  readonly officeKey: Uint8Array;
  readonly households: number;
}

export interface SealerReport {
  readonly pages: number;
  readonly opened: number;
  readonly bytes: number;
  readonly sealMilliseconds: number;
}

/** Seals a whole map in a worker, as a page of the console does, and opens it again. */
parentPort?.once("message", async ({ officeKey, households }: SealerTask) => {
  const key = await importOfficeKey(officeKey);
  const people = Array.from({ length: households }, (_, i) => household(i));
  const started = processorTime();
  const pages = await Promise.all(
    pagesOf(people).map(async (page) => ({ page: page.page, sealed: await sealPage(key, 3, page) })),
  );
  const sealMilliseconds = processorTime() - started;
  let opened = 0;
  for (const { page, sealed } of pages) opened += (await openPage(key, 3, page, sealed)).entries.length;
  const bytes = pages.reduce((sum, { sealed }) => sum + sealed.length, 0);
  parentPort?.postMessage({ pages: pages.length, opened, bytes, sealMilliseconds } satisfies SealerReport);
});

function household(i: number): Household {
  const number = String(1_000_000 + i * 7_919);
  return {
    account: accountNumberOf(256 + i),
    identifier: `HH-${number}`,
    phone: `+22670${number}`,
    name: `Household ${number} of sector ${i % 40}`,
  };
}

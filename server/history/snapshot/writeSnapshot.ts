// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Kysely } from "kysely";
import { ExportError } from "#sdk/formats/ExportError.ts";
import { AGREEMENT_EXPORT_NAMES, FUND_EXPORT_NAMES } from "#sdk/formats/exportDonors.ts";
import { EXPORT_NAMES } from "#sdk/formats/exportFile.ts";
import { HistoryError } from "#sdk/history/index.ts";
import { SNAPSHOT_PAGE, snapshotFile } from "#sdk/history/snapshot.ts";
import { historyApi } from "../api/api.ts";
import type { ApiParts } from "../api/route.ts";
import { selectRows } from "../queries/select.ts";
import type { Schema } from "../store/schema.ts";

export interface SnapshotOptions extends ApiParts {
  /** Folder for a web server; replaced as a whole once everything is written. */
  readonly out: string;
}

export interface Snapshot {
  readonly files: number;
  /** Addresses that the API refuses to answer, such as activities of an organisation without identifier. */
  readonly refused: readonly string[];
}

const LISTS = ["cycles", "shops", "settlements", "receipts"];
const LISTS_OF_FUND = ["contributions", "allocations"];
const SINGLE = ["/status", "/openapi.json", "/overview", "/breakdown", "/funds", "/agreements", "/council"];

/**
 * Write everything that the API answers as files, from one state of the index. The API itself is asked, so that both say the same.
 * @throws HistoryError HIST-821 when the folder holds something else than a snapshot.
 */
export async function writeSnapshot({ out, ...parts }: SnapshotOptions): Promise<Snapshot> {
  if (existsSync(out) && !existsSync(join(out, MARK))) throw holdsOtherThings(out);
  const fresh = `${out}.writing`;
  await rm(fresh, { recursive: true, force: true });
  const written = await parts.store.read(async (db) => {
    const { headSeen, problem } = parts.follower;
    const frozen: ApiParts = {
      ...parts,
      follower: { headSeen, problem },
      store: { read: (query) => query(db) },
    };
    return new SnapshotWriter(frozen, fresh).write(await contentsOf(db));
  });
  await replace(out, fresh);
  return written;
}

/** What there is to ask the API for. */
interface Contents {
  readonly programmes: readonly string[];
  readonly agreements: readonly string[];
  readonly funds: readonly string[];
  readonly documents: ReadonlySet<string>;
  /** Funds and references of donors, as `/fund/reference`. */
  readonly followed: ReadonlySet<string>;
}

async function contentsOf(db: Kysely<Schema>): Promise<Contents> {
  const given = await selectRows(db, "contributions");
  return {
    programmes: (await selectRows(db, "programmes")).map(({ address }) => address),
    agreements: (await selectRows(db, "agreements")).map(({ address }) => address),
    funds: (await selectRows(db, "funds")).map(({ address }) => address),
    documents: new Set((await selectRows(db, "documents")).map(({ hash }) => hash)),
    followed: new Set(
      given.flatMap(({ fund, reference }) => (reference === null ? [] : [`/${fund}/${reference}`])),
    ),
  };
}

/** The ledger lacks what a file must say; everything else is written all the same. */
const REFUSED = 409;
/** Every snapshot has it, and hardly anything else does. */
const MARK = join("api", "status.json");

class SnapshotWriter {
  readonly #api: ReturnType<typeof historyApi>;
  readonly #folder: string;
  readonly #refused: string[] = [];
  #files = 0;

  constructor(parts: ApiParts, folder: string) {
    this.#api = historyApi(parts).onError((error, context) => {
      if (error instanceof ExportError) return context.body(null, REFUSED);
      throw error;
    });
    this.#folder = folder;
  }

  async write(contents: Contents): Promise<Snapshot> {
    const { programmes, documents } = contents;
    for (const path of SINGLE) await this.#one(path);
    for (const hash of documents) await this.#one(`/documents/${hash}`);
    for (const list of ["/programmes", "/timeline", "/council/proposals"]) await this.#list(list);
    await this.#donors(contents);
    for (const name of EXPORT_NAMES) await this.#one(`/export/${name}`);
    for (const address of programmes) {
      const path = `/programmes/${address}`;
      await this.#one(path);
      await this.#one(`${path}/check`);
      for (const list of LISTS) await this.#list(`${path}/${list}`);
      for (const name of EXPORT_NAMES) await this.#one(`${path}/export/${name}`);
    }
    const writtenAt = Math.floor(Date.now() / 1_000);
    await this.#save("api/snapshot.json", `${JSON.stringify({ writtenAt })}\n`);
    return { files: this.#files, refused: this.#refused };
  }

  async #donors({ agreements, funds, followed }: Contents): Promise<void> {
    for (const address of agreements) {
      await this.#one(`/agreements/${address}`);
      for (const name of AGREEMENT_EXPORT_NAMES) await this.#one(`/agreements/${address}/export/${name}`);
    }
    for (const address of funds) {
      await this.#one(`/funds/${address}`);
      for (const list of LISTS_OF_FUND) await this.#list(`/funds/${address}/${list}`);
      for (const name of FUND_EXPORT_NAMES) await this.#one(`/funds/${address}/export/${name}`);
    }
    for (const place of followed) await this.#one(`/follow${place}`);
  }

  async #one(path: string): Promise<void> {
    const text = await this.#ask(path);
    if (text !== undefined) await this.#save(snapshotFile(`/api${path}`), text);
  }

  async #list(path: string): Promise<void> {
    let cursor: string | undefined;
    do {
      const after = cursor === undefined ? "" : `&cursor=${cursor}`;
      const text = await this.#ask(`${path}?limit=${SNAPSHOT_PAGE}${after}`);
      if (text === undefined) return;
      await this.#save(snapshotFile(`/api${path}`, cursor), text);
      cursor = (JSON.parse(text) as { nextCursor: string | null }).nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  async #ask(path: string): Promise<string | undefined> {
    const response = await this.#api.request(path);
    if (response.status !== REFUSED) return response.text();
    this.#refused.push(path);
    return undefined;
  }

  async #save(path: string, text: string): Promise<void> {
    const file = join(this.#folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    this.#files++;
  }
}

/** The old one is there until the new one is whole. */
async function replace(out: string, fresh: string): Promise<void> {
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(out)) await rename(out, old);
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
}

function holdsOtherThings(folder: string): HistoryError {
  return new HistoryError({
    code: "HIST-821",
    summary: `The folder ${resolve(folder)} holds something else than a snapshot.`,
    next: "Choose a new folder, or one that a snapshot was written to before.",
  });
}

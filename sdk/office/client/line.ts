// SPDX-License-Identifier: Apache-2.0

import type { z } from "zod/mini";
import { lineError } from "../lineErrors.ts";
import { OfficeError } from "../OfficeError.ts";
import { errorSchema } from "../schemas/common.ts";

export interface OfficeClientOptions {
  /** Where the office server is, without the path: "https://office.example.org". */
  readonly url: string;
  /** Anything that behaves like `fetch`; outside of a browser one that keeps cookies. */
  readonly fetch?: typeof fetch;
  /** A terminal's session is kept beside an officer's in the same browser. */
  readonly session?: "officer" | "terminal";
}

/** Says which of the two sessions of a browser is meant. */
export const SESSION_HEADER = "annona-session";

/** What an endpoint is asked. */
export interface Question {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Body as JSON. */
  readonly json?: unknown;
  /** Body as it is. */
  readonly body?: Blob;
  /** The most that the endpoint takes, where that is less than for others. */
  readonly mostMegabytes?: number;
  /** The version that is changed; 0 for a thing that must not be there yet. */
  readonly version?: number;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly signal?: AbortSignal | undefined;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Bytes or text that the office keeps, with the version that a change has to name. */
export interface Kept<T> {
  readonly value: T;
  readonly version: number;
}

/** The most that any request may carry. */
export const MOST_MEGABYTES = 64;

/** The line to one office server. Paths start with "/" and leave out "/office". */
export interface Line {
  /** @throws OfficeError with the server's words, or OFFICE-001 to OFFICE-003. */
  json<T extends z.ZodMiniType>(path: string, schema: T, question?: Question): Promise<z.output<T>>;
  /** For endpoints that answer with nothing. @throws as above. */
  done(path: string, question: Question): Promise<void>;
  /** @throws as above. */
  bytes(path: string, question?: Question): Promise<Kept<Uint8Array<ArrayBuffer>>>;
  /** @throws as above. */
  text(path: string, question?: Question): Promise<Kept<string>>;
}

export function openLine({
  url,
  fetch: ask = globalThis.fetch,
  session = "officer",
}: OfficeClientOptions): Line {
  const base = `${url.replace(/\/+$/, "")}/office`;

  async function request(path: string, question: Question): Promise<Response> {
    const response = await send(`${base}${path}${queryText(question.query)}`, question);
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async function send(address: string, question: Question): Promise<Response> {
    const { method = "GET", json, body, signal, mostMegabytes = MOST_MEGABYTES } = question;
    const payload = json === undefined ? body : bodyOf(JSON.stringify(json), "application/json");
    requireSize(payload, mostMegabytes);
    try {
      return await ask(address, {
        method,
        headers: headersOf(question, session),
        credentials: "include",
        cache: "no-store",
        ...(payload === undefined ? {} : { body: payload }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      // The page itself gave up on the question: not a fault, and nobody is told.
      if (signal?.aborted) throw cause;
      throw lineError("unreachable", { status: 0, cause });
    }
  }

  return {
    async json(path, schema, question = {}) {
      const response = await request(path, question);
      return read(response, async () => schema.parse(await response.json()));
    },
    async done(path, question) {
      await request(path, question);
    },
    async bytes(path, question = {}) {
      const response = await request(path, question);
      return read(response, async () => ({
        value: new Uint8Array(await response.arrayBuffer()),
        version: versionOf(response),
      }));
    },
    async text(path, question = {}) {
      const response = await request(path, question);
      return read(response, async () => ({ value: await response.text(), version: versionOf(response) }));
    },
  };
}

/** A server that finds a body too large closes the line in the middle of it, so that nobody would hear why. */
function requireSize(payload: Blob | undefined, megabytes: number): void {
  if (payload === undefined || payload.size <= megabytes * 1_000_000) return;
  throw new OfficeError({
    code: "OFFICE-205",
    summary: `The request is larger than the ${megabytes} MB that this takes.`,
    next: "Send less at once.",
    status: 413,
  });
}

function headersOf(
  { json, version, headers: further }: Question,
  session: OfficeClientOptions["session"],
): Headers {
  const headers = new Headers({ ...further, accept: "application/json" });
  if (session === "terminal") headers.set(SESSION_HEADER, session);
  if (json !== undefined) headers.set("content-type", "application/json");
  if (version !== undefined) headers.set("if-match", `"${version}"`);
  return headers;
}

/** The thing, or null when there is none. @throws OfficeError for everything else. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof OfficeError && error.isMissing) return null;
    throw error;
  }
}

/** What a request carries as it is. */
export function bodyOf(content: Uint8Array<ArrayBuffer> | string, type: string): Blob {
  return new Blob([content], { type });
}

async function read<T>(response: Response, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (cause) {
    throw lineError("notUnderstood", { status: response.status, cause });
  }
}

/** The version of what is answered; 1 for what never changes. */
function versionOf(response: Response): number {
  const tag = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get("etag") ?? "");
  return tag === null ? 1 : Number(tag[1]);
}

async function refusal(response: Response): Promise<OfficeError> {
  const { status } = response;
  const told = errorSchema.safeParse(await response.json().catch(() => undefined));
  if (!told.success) return lineError("noWords", { status });
  const { code, message, next } = told.data.error;
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new OfficeError({
    code,
    summary: message,
    next,
    status,
    retryAfter: Number.isFinite(seconds) ? seconds : undefined,
  });
}

function queryText(query: Question["query"] = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

// SPDX-License-Identifier: Apache-2.0

import { id } from "ethers";
import type { Kysely } from "kysely";
import type * as v from "valibot";
import type { z } from "zod";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { ExportProfile } from "#sdk/formats/exportProfile.ts";
import type { Checkpoint } from "#sdk/history/index.ts";
import type { ReadOnly } from "#sdk/history/shapes/index.ts";
import type { Follower } from "../follower.ts";
import type { Schema } from "../store/schema.ts";
import type { SqlStore } from "../store/sqlStore.ts";

export interface ApiParts {
  readonly store: Pick<SqlStore, "read">;
  readonly follower: Pick<Follower, "headSeen" | "problem">;
  readonly deployment: Deployment;
  /** What exported files say and no ledger knows. */
  readonly profile?: ExportProfile;
}

/** One state of the index, and what stands around it. */
export interface View {
  readonly db: Kysely<Schema>;
  readonly reached: Checkpoint | null;
  readonly parts: Required<ApiParts>;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly mediaType: string;
  readonly fileName: string;
  readonly text: string;
}

/**
 * A route of the API. The server is put together from these, and so is its description: what is checked and answered is what is
 * described.
 */
export interface Route {
  /** Below /api, parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Of an answer in JSON: its schema and the name that the description gives it. Files have none. */
  readonly answer: { readonly name: string; readonly schema: v.GenericSchema } | "file";
  /** Media types of a file. */
  readonly mediaTypes?: readonly string[];
  /** Codes of the errors that only this route answers with, by status. */
  readonly errors?: Readonly<Record<number, string>>;
  /** What an ETag needs beside the block. */
  readonly tag?: (parts: Required<ApiParts>) => string;
  readonly run: (view: View, request: RouteRequest) => Promise<object>;
}

export interface RouteRequest {
  readonly params: never;
  readonly query: never;
}

interface Declared<P extends z.ZodObject, Q extends z.ZodObject, A>
  extends Omit<Route, "params" | "query" | "run"> {
  readonly params: P;
  readonly query: Q;
  readonly run: (view: View, request: { params: z.output<P>; query: z.output<Q> }) => Promise<A>;
}

/** Declare a route that answers in JSON; what it finds must fit the schema, but for the block that is added to every answer. */
export function jsonRoute<P extends z.ZodObject, Q extends z.ZodObject, A extends object>(
  route: Declared<P, Q, ReadOnly<Omit<A, "indexedTo">>> & {
    readonly answer: { readonly name: string; readonly schema: v.GenericSchema<A, unknown> };
  },
): Route {
  return route as unknown as Route;
}

/** Bump when the same rows give another file, so that nobody keeps the old one. */
const EXPORT_VERSION = 3;

/** What the ETag of an exported file needs beside the block: what the profile says. */
export function exportTag({ profile }: { readonly profile: unknown }): string {
  return `-${EXPORT_VERSION}-${id(JSON.stringify(profile)).slice(2, 10)}`;
}

/** Declare a route that answers with a file. */
export function fileRoute<P extends z.ZodObject, Q extends z.ZodObject>(
  route: Declared<P, Q, FileAnswer> & { readonly answer: "file"; readonly mediaTypes: readonly string[] },
): Route {
  return route as unknown as Route;
}

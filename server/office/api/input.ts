// SPDX-License-Identifier: Apache-2.0

import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod/mini";
import { MOST_MEGABYTES } from "#sdk/office/client/line.ts";
import { officeError } from "../errors.ts";

const MEGABYTE = 1_000_000;

/** Refuse a body of more than so many megabytes, whether it says its length or not. @throws OfficeError OFFICE-205. */
export function upTo(megabytes: number) {
  return bodyLimit({
    maxSize: megabytes * MEGABYTE,
    onError: () => {
      throw officeError("tooLarge", { megabytes });
    },
  });
}

/** Most that JSON may have, and most that files may have, in megabytes. */
export const JSON_LIMIT = upTo(1);
export const FILE_LIMIT = upTo(MOST_MEGABYTES);

/**
 * What was sent, checked.
 * @throws OfficeError OFFICE-204 naming the first field that is wrong, never its value; OFFICE-209 when it is not JSON.
 */
export async function jsonOf<T extends z.ZodMiniType>(c: Context, schema: T): Promise<z.output<T>> {
  return checked(schema, await anyJsonOf(c));
}

/** @throws OfficeError OFFICE-209. */
export async function anyJsonOf(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) throw officeError("notJson");
  return parseJson(await c.req.text());
}

/** @throws OfficeError OFFICE-204. */
export function queryOf<T extends z.ZodMiniType>(c: Context, schema: T): z.output<T> {
  return checked(schema, c.req.query());
}

/** @throws OfficeError OFFICE-204. */
export function pathOf<T extends z.ZodMiniType>(c: Context, schema: T): z.output<T> {
  return checked(schema, c.req.param());
}

/** What was sent as it is. */
export async function bytesOf(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await c.req.arrayBuffer());
}

/**
 * The version that a change names; 0 where a thing must not be there yet.
 * @throws OfficeError OFFICE-208 when it names none.
 */
export function versionOf(c: Context): number {
  const tag = /^(?:W\/)?"(\d{1,9})"$/.exec(c.req.header("if-match") ?? "");
  if (tag === null) throw officeError("noVersion");
  return Number(tag[1]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The cause would quote the body, which may be personal.
    throw officeError("notJson");
  }
}

/** @throws OfficeError OFFICE-204 naming the first field that is wrong, never its value. */
export function checked<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.map(String).join(".") ?? "";
  throw officeError("invalid", { field: `${field} ${messageOf(issue)}`.trim() });
}

/** Says what is wrong without repeating what was sent: unknown keys could be anything. */
function messageOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined || issue.code === "unrecognized_keys") return "has fields that are not known";
  return issue.message;
}

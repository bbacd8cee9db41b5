// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import { z } from "zod";
import type { OfficeError } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { S3Place } from "./s3Store.ts";

/** Where an office keeps the files of its agreements. */
export type FilePlace = { readonly folder: string } | { readonly s3: S3Place };

/** How it is told where files of agreements are kept: to the server, and to the commands that back it up. */
export const fileSettings = {
  "files-folder": z.string().min(1).optional(),
  "s3-endpoint": z.url({ protocol: /^https?$/, error: "is not a web address" }).optional(),
  "s3-bucket": z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not the name of a bucket")
    .optional(),
  "s3-region": z.string().min(1).default("us-east-1"),
  "s3-key-file": z.string().min(1).optional(),
};

type FileSettings = z.output<z.ZodObject<typeof fileSettings>>;

/** Where files of agreements are kept; undefined for the usual place. @throws OfficeError OFFICE-801 naming the flag. */
export function readFilePlace(settings: FileSettings): FilePlace | undefined {
  const {
    "files-folder": folder,
    "s3-endpoint": endpoint,
    "s3-bucket": bucket,
    "s3-key-file": file,
  } = settings;
  const given = [endpoint, bucket, file].filter((setting) => setting !== undefined);
  if (given.length === 0) return folder === undefined ? undefined : { folder };
  if (folder !== undefined) throw wrongSetting("--files-folder and --s3-endpoint exclude each other");
  if (endpoint === undefined || bucket === undefined || file === undefined) {
    throw wrongSetting("--s3-endpoint, --s3-bucket and --s3-key-file go together");
  }
  const [accessKeyId, secretAccessKey] = textOf(file, "--s3-key-file").split(/\r?\n/);
  if (!accessKeyId || !secretAccessKey) throw wrongSetting("--s3-key-file holds no two lines");
  return { s3: { endpoint, bucket, region: settings["s3-region"], accessKeyId, secretAccessKey } };
}

/** The same from values that nobody has checked. @throws OfficeError OFFICE-801 naming the flag. */
export function parseFilePlace(given: Readonly<Record<keyof FileSettings, unknown>>): FilePlace | undefined {
  const settings = z.object(fileSettings).safeParse(given);
  if (settings.success) return readFilePlace(settings.data);
  const [issue] = settings.error.issues;
  throw wrongSetting(`--${issue?.path.join(".")} ${issue?.message}`);
}

/** What a file holds that a setting names. @throws OfficeError OFFICE-801 naming the flag. */
export function textOf(file: string, flag: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw wrongSetting(`${flag} names no readable file`, error);
  }
}

export function wrongSetting(problem: string, cause?: unknown): OfficeError {
  return officeError("wrongSetting", { problem }, { cause });
}

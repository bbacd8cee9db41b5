// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { officeError } from "../errors.ts";
import type { FileStore } from "./fileStore.ts";

/** A bucket of storage that speaks the S3 protocol. */
export interface S3Place {
  /** Where it answers, such as "https://s3.example.org". */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const NOT_FOUND = 404;
/** What the storage calls it when the whole bucket is not there: that is a wrong setting, no missing file. */
const NO_BUCKET = "<Code>NoSuchBucket</Code>";
/** A storage that is away for a moment is asked again so often. */
const RETRIES = 2;

/**
 * Files in a bucket; requests and their content are signed by AWS Signature V4, the bucket stands in the path. The office alone speaks to
 * it, never a browser. Its key may put, get and list: without the right to list, AWS calls a file that is not there forbidden.
 */
export class S3Store implements FileStore {
  readonly #client: AwsClient;
  readonly #base: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Place) {
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });
    this.#base = `${endpoint.replace(/\/+$/, "")}/${bucket}`;
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    const body = new Uint8Array(content);
    const response = await this.#ask(key, { method: "PUT", body });
    await response.arrayBuffer();
    if (!response.ok) throw storageError(response.status);
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const response = await this.#ask(key, { method: "GET" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === NOT_FOUND && !Buffer.from(bytes).includes(NO_BUCKET)) return undefined;
    if (!response.ok) throw storageError(response.status);
    return bytes;
  }

  async #ask(key: string, question: { readonly method: string; readonly body?: Uint8Array<ArrayBuffer> }) {
    const { body = new Uint8Array() } = question;
    // Without it the library signs the request and not the content, which many storages refuse where there is no TLS.
    const headers = { "X-Amz-Content-Sha256": createHash("sha256").update(body).digest("hex") };
    try {
      return await this.#client.fetch(`${this.#base}/${key}`, { ...question, headers });
    } catch (cause) {
      throw storageError(cause);
    }
  }
}

/** The cause may hold addresses and what the storage said: it is never shown or logged. */
function storageError(cause: unknown) {
  return officeError("noStorage", {}, { cause, retryAfter: 60 });
}

// SPDX-License-Identifier: Apache-2.0

import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { S3Place } from "#server/office/files/index.ts";
import { type Refusal, refusalOf, type SignedRequest } from "./signatureV4.ts";

const BUCKET = "annona-test";
const REGION = "eu-south-2";
const KEY_ID = "AKIDEXAMPLE";
const SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/** A bucket that lets nobody in whose signature is not right to the last byte. */
export interface TestBucket {
  readonly place: S3Place;
  readonly objects: ReadonlyMap<string, Uint8Array>;
  /** Why requests were refused, in their order. */
  readonly refusals: readonly Refusal[];
  /** Requests as they came, so that a test can send one again, changed. */
  readonly requests: readonly SignedRequest[];
  /** How far its clock is from the machine's, in seconds. */
  setClock(ahead: number): void;
  stop(): Promise<void>;
}

/** What of the S3 protocol the office uses: one object put, one object got. */
export async function startBucket(): Promise<TestBucket> {
  const objects = new Map<string, Uint8Array>();
  const refusals: Refusal[] = [];
  const requests: SignedRequest[] = [];
  let ahead = 0;

  const answer = (request: SignedRequest): { status: number; body: Uint8Array | string } => {
    const now = new Date(Date.now() + ahead * 1_000);
    const refusal = refusalOf(request, { region: REGION, secrets: { [KEY_ID]: SECRET }, now });
    if (refusal !== undefined) {
      refusals.push(refusal);
      return { status: refusal === "XAmzContentSHA256Mismatch" ? 400 : 403, body: errorXml(refusal) };
    }
    const { method, target, body } = request;
    if (!target.startsWith(`/${BUCKET}/`)) return { status: 404, body: errorXml("NoSuchBucket") };
    if (method === "PUT") {
      objects.set(target, body);
      return { status: 200, body: "" };
    }
    const found = objects.get(target);
    return found === undefined ? { status: 404, body: errorXml("NoSuchKey") } : { status: 200, body: found };
  };

  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      requests.push(request);
      const { status, body } = answer(request);
      response.writeHead(status, { "Content-Type": "application/octet-stream" }).end(body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    place: { endpoint, bucket: BUCKET, region: REGION, accessKeyId: KEY_ID, secretAccessKey: SECRET },
    objects,
    refusals,
    requests,
    setClock: (seconds) => {
      ahead = seconds;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SignedRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(",")]);
  return {
    method: incoming.method ?? "",
    target: incoming.url ?? "",
    headers: Object.fromEntries(headers),
    body: new Uint8Array(Buffer.concat(pieces)),
  };
}

function errorXml(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`;
}

// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#scripts/start/ports.ts";
import type { S3Place } from "#server/office/files/index.ts";

/** A server from outside the project, no dependency. It speaks S3 and knows access keys, but works out no V4 signature: that is left to aws4fetch. */
const SERVER = "s3rver@3.7.1";
const BUCKET = "annona-test";
/** The server's own, known to everyone. */
const KEY = "S3RVER";
const START_MS = 120_000;
const LOOK_MS = 250;

/** Why tests with S3-compatible storage are skipped; false when they can run. */
export const noS3 =
  process.env.ANNONA_TEST_S3 === "npx" || process.env.CI !== undefined
    ? false
    : `ANNONA_TEST_S3=npx lets npx fetch and start ${SERVER}`;

/** Storage that speaks S3, gone when the test is. */
export interface TestS3 {
  readonly place: S3Place;
  stop(): Promise<void>;
}

/** Start the server on a free port, with one bucket. */
export async function startS3(): Promise<TestS3> {
  const folder = await mkdtemp(join(tmpdir(), "annona-s3-"));
  const port = await freePort();
  const settings = [
    "-d",
    folder,
    "-a",
    "127.0.0.1",
    "-p",
    String(port),
    "--configure-bucket",
    BUCKET,
    "--silent",
  ];
  const server = spawn("npx", ["--yes", SERVER, ...settings], { stdio: "ignore", detached: true });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answering(endpoint, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    place: { endpoint, bucket: BUCKET, region: "us-east-1", accessKeyId: KEY, secretAccessKey: KEY },
    stop,
  };
}

async function answering(endpoint: string, server: ChildProcess): Promise<void> {
  const last = Date.now() + START_MS;
  while (Date.now() < last && server.exitCode === null) {
    const isThere = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await sleep(LOOK_MS);
  }
  throw new Error(`${SERVER} did not start.`);
}

/** npx starts the server as a child of its own: the whole group ends. */
async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const exited = once(server, "exit");
  process.kill(-server.pid, "SIGTERM");
  await exited;
}

// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homeAt } from "#scripts/start/home.ts";
import { freePort } from "#scripts/start/ports.ts";
import { startAnnona } from "#scripts/start/run.ts";

/** Everything that `npm start` brings up, on free ports and in a folder of its own. */
export interface World {
  /** App and history API. */
  readonly url: string;
  /** The local chain. */
  readonly rpc: string;
  /** Keys, consortium key, lists and deployment files of this world. */
  readonly folder: string;
  readonly deployments: string;
  stop(): Promise<void>;
}

/** Start a world with the demonstration's agency, two programmes and their receipts. */
export async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "annona-world-"));
  const deployments = join(folder, "deployments");
  const annona = await startAnnona({
    home: homeAt(folder),
    deployments,
    appPort: await freePort(),
    chainPort: await freePort(),
    officePort: await freePort(),
    tell: () => undefined,
  });
  return {
    url: annona.url,
    rpc: annona.chainUrl,
    folder,
    deployments,
    async stop() {
      await annona.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

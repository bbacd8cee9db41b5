// SPDX-License-Identifier: Apache-2.0
import { createServer } from "node:net";
import { StartError } from "./StartError.ts";

/** A port of this machine and what it is for. */
export interface WantedPort {
  readonly port: number;
  readonly what: string;
  /** Environment variable that chooses another one. */
  readonly variable: string;
}

/** The port that the environment names, or the usual one. @throws StartError START-103. */
export function portOf(variable: string, usual: number): number {
  const value = process.env[variable];
  if (value === undefined || value === "") return usual;
  const port = Number(value);
  if (!/^[0-9]+$/.test(value) || port < 1 || port > 65_535)
    throw new StartError("badPort", { variable, value });
  return port;
}

/** @throws StartError START-101 naming the port and the next step. */
export async function requireFree({ port, what, variable }: WantedPort): Promise<void> {
  if (!(await isFree(port))) throw new StartError("portTaken", { port, what, variable, other: port + 1 });
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** A port that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

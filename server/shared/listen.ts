// SPDX-License-Identifier: Apache-2.0

import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";

export interface ListenOptions {
  readonly fetch: Parameters<typeof serve>[0]["fetch"];
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The server's own words for a port that cannot be opened. */
  readonly refuse: (problem: PortProblem) => Error;
}

export interface PortProblem {
  readonly port: number;
  readonly isTaken: boolean;
  readonly cause: NodeJS.ErrnoException;
}

export interface Listening {
  readonly url: string;
  /** Answer what was asked, then end. */
  close(): Promise<void>;
}

/** Serve on a port. @throws what `refuse` makes when the port is taken or cannot be opened. */
export async function listen({ fetch, port, host, refuse }: ListenOptions): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const opening = serve({ fetch, port, hostname: host }, () => resolve(opening));
    opening.once("error", (cause: NodeJS.ErrnoException) =>
      reject(refuse({ port, isTaken: cause.code === "EADDRINUSE", cause })),
    );
  });
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${(server.address() as AddressInfo).port}`,
    close: () => closeServer(server),
  };
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    // Idle connections that browsers keep open would hold the server up.
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}

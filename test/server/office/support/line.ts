// SPDX-License-Identifier: Apache-2.0

import { connect, createServer, type Server, type Socket } from "node:net";

/** A line to a node that can be cut and mended. */
export interface Line {
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Put a line in front of a node. @param url Of the node. @param delay Milliseconds that each question takes longer. */
export async function openLine(url: string, delay = 0): Promise<Line> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let server: Server;
  let own = 0;
  async function listen(): Promise<void> {
    server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        sockets.add(socket);
        // A line that breaks is what this is for.
        socket.on("error", () => socket.destroy());
        socket.on("close", () => sockets.delete(socket));
      }
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
      near.on("data", (data) => setTimeout(() => far.write(data), delay));
      far.pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(own, "127.0.0.1", resolve));
    const address = server.address();
    own = typeof address === "object" && address !== null ? address.port : 0;
  }
  await listen();
  return {
    url: `http://127.0.0.1:${own}`,
    mend: listen,
    async cut() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";

const demoFile = z.object({
  format: z.literal("annona-demo-2"),
  players: z.array(
    z.object({
      /** Tells them apart: "approver-2". */
      name: z.string().check(z.regex(/^[a-z]+(-[a-z]+)?(-\d+)?$/)),
      role: z.string(),
      /** Which of several with that role. */
      number: z.optional(z.int()),
      /** Name of their organisation, or a word of ours for those without one. */
      group: z.string(),
      privateKey: z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
    }),
  ),
});

/** Connectors of the demonstration are told from real wallets by it. */
export const DEMO_PREFIX = "demo.";

/** Somebody of the demonstration whom a visitor can play. */
export interface DemoPlayer {
  /** As connectors are told apart: "demo.approver-2". */
  readonly id: string;
  readonly role: string;
  readonly number?: number | undefined;
  readonly group: string;
  readonly privateKey: `0x${string}`;
}

let known: readonly DemoPlayer[] = [];

/** Read whom a visitor of this page can play; nobody when there is no usable file. */
export async function readPlayers(): Promise<readonly DemoPlayer[]> {
  const answer = await fetch("/demo.json", { cache: "no-cache" });
  if (!answer.ok) return [];
  const { players } = z.parse(demoFile, await answer.json());
  known = players.map(({ name, privateKey, ...player }) => ({
    ...player,
    id: DEMO_PREFIX + name,
    privateKey: privateKey as `0x${string}`,
  }));
  return known;
}

/** Whom {@link readPlayers} has read, in their order. */
export function knownPlayers(): readonly DemoPlayer[] {
  return known;
}

// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";

const demoFile = z.object({
  format: z.literal("annona-demo-1"),
  officers: z.array(
    z.object({
      /** A role, with a number for the second one of it: "approver-2". */
      name: z.string().check(z.regex(/^[a-z]+(-\d+)?$/)),
      privateKey: z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
    }),
  ),
});

/** Connectors of the demonstration are told from real wallets by it. */
export const DEMO_PREFIX = "demo.";

/** An officer of the demonstration. */
export interface DemoOfficer {
  /** As connectors are told apart: "demo.approver-2". */
  readonly id: string;
  readonly name: string;
  readonly privateKey: `0x${string}`;
}

/** The officers of the demonstration that this page belongs to; none when there is no usable file. */
export async function readOfficers(): Promise<DemoOfficer[]> {
  const answer = await fetch("/demo.json", { cache: "no-cache" });
  if (!answer.ok) return [];
  const { officers } = z.parse(demoFile, await answer.json());
  return officers.map(({ name, privateKey }) => ({
    id: DEMO_PREFIX + name,
    name,
    privateKey: privateKey as `0x${string}`,
  }));
}

// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import type { Call } from "#sdk/agency/call.ts";
import { parseJson } from "#sdk/formats/parseJson.ts";

/** Everything that is needed to watch for a call again. All of it is public on the ledger once it has gone through. */
export interface KeptAct {
  readonly key: string;
  /** Who was asked to sign. */
  readonly officer: string;
  readonly calls: readonly Call[];
  /** Index of the call that is in the wallet or on its way. */
  readonly index: number;
  /** First block that the call can be in. */
  readonly fromBlock: number;
  readonly hash?: string | undefined;
}

const PREFIX = "annona.act.";

const large = z.object({ bigint: z.string() });
const value = z.union([z.string(), z.number(), large]);
const kept = z.object({
  key: z.string(),
  officer: z.string(),
  calls: z.array(
    z.object({
      to: z.string(),
      data: z.string(),
      value: z.optional(large),
      expects: z.object({ event: z.string(), where: z.record(z.string(), value) }),
    }),
  ),
  index: z.number(),
  fromBlock: z.number(),
  hash: z.optional(z.string()),
});

/** Keep an act for the time after a reload of this tab. Other tabs do not see it: each watches what was started in it. */
export function keepAct(act: KeptAct): void {
  const text = JSON.stringify(act, (_, inner: unknown) =>
    typeof inner === "bigint" ? { bigint: String(inner) } : inner,
  );
  sessionStorage.setItem(PREFIX + act.key, text);
}

export function forgetAct(key: string): void {
  sessionStorage.removeItem(PREFIX + key);
}

/** All that was under way when the tab was loaded. What cannot be read (another version of the page) is thrown away. */
export function keptActs(): KeptAct[] {
  const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
  return names.flatMap((name) => {
    const parsed = kept.safeParse(parseJson(sessionStorage.getItem(name) ?? ""));
    if (!parsed.success) {
      sessionStorage.removeItem(name);
      return [];
    }
    return [{ ...parsed.data, calls: parsed.data.calls.map(withNumbers) }];
  });
}

type StoredCall = z.infer<typeof kept>["calls"][number];

function withNumbers({ expects, value: sent, ...call }: StoredCall): Call {
  const where = Object.entries(expects.where).map(
    ([name, inner]) => [name, typeof inner === "object" ? BigInt(inner.bigint) : inner] as const,
  );
  return {
    ...call,
    ...(sent === undefined ? {} : { value: BigInt(sent.bigint) }),
    expects: { event: expects.event, where: Object.fromEntries(where) },
  };
}

// SPDX-License-Identifier: Apache-2.0

import type { Deployment } from "#sdk/bindings/deployments.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import { z } from "#sdk/shape/index.ts";

const webAddress = (message: string) => z.url({ protocol: /^https?$/, error: message });
const address = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/, "is not an address"));
const positive = z.int().check(z.positive());

const schema = z.object({
  format: z.literal("annona-config-1"),
  chain: z.object({
    id: positive,
    /** As a wallet shows it. */
    name: z.string().check(z.minLength(1)),
    /** The agency's own node; the console reads and simulates there. */
    rpcUrl: webAddress("is not a web address"),
    currencySymbol: z.optional(z.string().check(z.minLength(1))),
    explorerUrl: z.optional(webAddress("is not a web address")),
  }),
  /** Where the history server answers; "" is the origin that the console comes from. */
  historyUrl: z.union([z.literal(""), webAddress('is neither "" nor a web address')]),
  /** The organisation's office server; null for a console that only reads the ledger. */
  officeUrl: z.nullable(webAddress("is neither null nor a web address")),
  /** Number of the organisation that this console works for. */
  organisation: z.nullable(positive),
  deployment: z.object({
    chainId: positive,
    fromBlock: z.int().check(z.nonnegative()),
    contracts: z.object({
      council: z.optional(address),
      consortium: address,
      accounts: address,
      documents: address,
      programmeFactory: address,
      programmeBeacon: address,
      agreementFactory: z.optional(address),
      agreementBeacon: z.optional(address),
      donorFundFactory: z.optional(address),
    }),
    commit: z.optional(z.string().check(z.minLength(1))),
  }),
  /** Only for a demonstration, where nothing is secret: what unlocks its household ids, and the PIN of its cards. */
  demonstration: z.optional(z.object({ passphrase: z.string(), pin: z.string() })),
});

/** What a published console knows of its surroundings: the file config.json beside its pages. */
export interface ConsoleConfig extends z.infer<typeof schema> {
  readonly deployment: Deployment;
}

/**
 * Check the content of a config.json.
 * @throws AnnonaError CONFIG-103 naming the first field that is missing or wrong, CONFIG-104 when the deployment is of another chain.
 */
export function parseConsoleConfig(json: unknown): ConsoleConfig {
  const result = schema.safeParse(json);
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = issue?.path.join(".") || "the file";
    throw new AnnonaError({
      code: "CONFIG-103",
      summary: `The configuration of this console is not usable: ${field}: ${issue?.message ?? "is wrong"}.`,
      next: "Correct config.json and publish the console again with npm run annona -- app publish.",
    });
  }
  const { chain, deployment } = result.data;
  if (chain.id !== deployment.chainId) {
    throw new AnnonaError({
      code: "CONFIG-104",
      summary: `The configuration names chain ${chain.id} and a deployment on chain ${deployment.chainId}.`,
      next: "Take the deployment file of the chain that the console is for, and publish again.",
    });
  }
  return result.data;
}

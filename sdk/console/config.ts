// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { AnnonaError } from "#sdk/errors/index.ts";

const webAddress = (message: string) =>
  v.pipe(v.string(message), v.url(message), v.regex(/^https?:/, message));
const address = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/, "is not an address"));
const webPath = v.pipe(v.string(), v.regex(/^\/[\w./-]*$/, "is neither a path nor a web address"));
const someText = v.pipe(v.string(), v.minLength(1));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const schema = v.object({
  format: v.literal("annona-config-1"),
  chain: v.object({
    id: positive,
    /** As a wallet shows it. */
    name: someText,
    /** The agency's own node; the console reads and simulates there. */
    rpcUrl: webAddress("is not a web address"),
    currencySymbol: v.optional(someText),
    explorerUrl: v.optional(webAddress("is not a web address")),
  }),
  /** Where the history server answers; "" is the origin that the pages come from, null where there is none (static hosting). */
  historyUrl: v.nullable(
    v.union([v.literal(""), webAddress("is not a web address")], 'is neither "", null nor a web address'),
  ),
  /**
   * Folder of a static snapshot of the history: in place of the server, or while it does not answer. A web address, or a path on the
   * origin that the pages come from, such as "/snapshot".
   */
  snapshotUrl: v.optional(
    v.union([webAddress("is not a web address"), webPath], "is neither a path nor a web address"),
  ),
  /** The organisation's office server; null for a console that only reads the ledger. */
  officeUrl: v.nullable(webAddress("is neither null nor a web address")),
  /** Number of the organisation that this console works for. */
  organisation: v.nullable(positive),
  deployment: v.object({
    chainId: positive,
    fromBlock: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    contracts: v.object({
      council: v.optional(address),
      consortium: address,
      accounts: address,
      documents: address,
      programmeFactory: address,
      programmeBeacon: address,
      agreementFactory: v.optional(address),
      agreementBeacon: v.optional(address),
      donorFundFactory: v.optional(address),
    }),
    commit: v.optional(someText),
  }),
  /** Only for a demonstration, where nothing is secret: what unlocks its household ids, and the PIN of its cards. */
  demonstration: v.optional(v.object({ passphrase: v.string(), pin: v.string() })),
});

/** What a published console knows of its surroundings: the file config.json beside its pages. */
export interface ConsoleConfig extends v.InferOutput<typeof schema> {
  readonly deployment: Deployment;
}

/**
 * Check the content of a config.json.
 * @throws AnnonaError CONFIG-103 naming the first field that is missing or wrong, CONFIG-104 when the deployment is of another chain,
 * CONFIG-105 when the pages would have nothing to read.
 */
export function parseConsoleConfig(json: unknown): ConsoleConfig {
  const result = v.safeParse(schema, json);
  if (!result.success) {
    const [issue] = result.issues;
    const field = v.getDotPath(issue) ?? "the file";
    throw new AnnonaError({
      code: "CONFIG-103",
      summary: `The configuration of this console is not usable: ${field}: ${issue.message}.`,
      next: "Correct config.json and publish the console again with npm run annona -- app publish.",
    });
  }
  const { chain, deployment, historyUrl, snapshotUrl } = result.output;
  if (historyUrl === null && snapshotUrl === undefined) {
    throw new AnnonaError({
      code: "CONFIG-105",
      summary: "The configuration names neither a history server nor a snapshot of one.",
      next: "Set historyUrl or snapshotUrl in config.json, so that the pages have something to show.",
    });
  }
  if (chain.id !== deployment.chainId) {
    throw new AnnonaError({
      code: "CONFIG-104",
      summary: `The configuration names chain ${chain.id} and a deployment on chain ${deployment.chainId}.`,
      next: "Take the deployment file of the chain that the console is for, and publish again.",
    });
  }
  return result.output;
}

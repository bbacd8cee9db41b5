// SPDX-License-Identifier: Apache-2.0

import type { Wallet } from "ethers";
import { createSiweMessage } from "viem/siwe";
import { AnnonaError } from "#sdk/errors/index.ts";
import { type OfficeClient, OfficeError, officeClient } from "#sdk/office/index.ts";
import type { ListExtract, SignedBatch } from "#sdk/receipts/index.ts";
import type { Card } from "../../shared/cards/index.ts";
import { config } from "../../shared/config/index.ts";
import { words } from "./words/index.ts";

/** A signed batch with what the ledger needs beside it. */
export interface BatchToSend extends SignedBatch {
  readonly extracts: readonly ListExtract[];
}

/** What a terminal asks of the agency's office. It signs in by itself, with its own key. */
export interface TerminalOffice {
  /** @throws OfficeError unless card and PIN belong together and the card is good. */
  verifyCard(card: Card, pin: string): Promise<void>;
  /** Have the relayer send batches to the ledger. The same again is the same job. @returns The job's id. */
  send(programme: string, batches: readonly BatchToSend[]): Promise<string>;
  /** Whether a job has come to its end. @throws AnnonaError in the job's own words when it failed. */
  isOver(job: string): Promise<boolean>;
}

/** The office as the terminal with this key sees it. Its session stands beside an officer's in the same browser. */
export function terminalOffice(wallet: Wallet): TerminalOffice {
  const url = config().officeUrl ?? window.location.origin;
  const client = officeClient({ url, session: "terminal" });
  const signedIn = <T>(ask: () => Promise<T>) => askSignedIn(client, wallet, ask);
  return {
    async verifyCard({ account, serial }, pin) {
      await signedIn(() => client.verifyCard({ account, serial, pin }));
    },
    async send(programme, batches) {
      const { id } = await signedIn(() =>
        client.createJob({
          kind: "receipts",
          programme,
          batches: batches.map(({ batch, signature, extracts }) => ({
            batch,
            signature,
            extracts: extracts.map((extract) => ({ ...extract })),
          })),
        }),
      );
      return id;
    },
    async isOver(job) {
      const { state, error } = await signedIn(() => client.readJob(job));
      if (state === "failed" && error !== null) {
        const { code, message, next } = error;
        throw new AnnonaError({ code, summary: message, next });
      }
      return state === "done" || state === "failed";
    },
  };
}

/** Sessions end while a shop is quiet: the terminal signs in again and asks once more. */
async function askSignedIn<T>(client: OfficeClient, wallet: Wallet, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof OfficeError && error.isSignedOut)) throw error;
    await signIn(client, wallet);
    return await ask();
  }
}

async function signIn(client: OfficeClient, wallet: Wallet): Promise<void> {
  const { nonce } = await client.challenge();
  const message = createSiweMessage({
    address: wallet.address as `0x${string}`,
    chainId: config().chain.id,
    domain: window.location.host,
    uri: window.location.origin,
    nonce,
    version: "1",
    statement: words.statement,
    issuedAt: new Date(),
  });
  await client.signIn({ message, signature: await wallet.signMessage(message) });
}

// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, CHUNK_SIZE, chunkOf } from "#sdk/list/index.ts";
import type { Card, OfficeClient } from "#sdk/office/index.ts";
import { type NewCard, newCard } from "./newCards.ts";

/** Cards that the office has issued, by account. Households without one are missing. */
export type KnownCards = ReadonlyMap<number, Card>;

/** The cards of these households so far, read in pages of neighbouring accounts. */
export async function readCards(
  office: OfficeClient,
  accounts: readonly AccountNumber[],
): Promise<KnownCards> {
  const wanted = new Set<number>(accounts);
  const pages = [...new Set(accounts.map(chunkOf))];
  const known = new Map<number, Card>();
  for (const page of pages) {
    for (const card of await office.listCards(page))
      if (wanted.has(card.account)) known.set(card.account, card);
  }
  return known;
}

/**
 * Issue a card to each household. What the office has taken is told piece by piece: when the line breaks, those cards are issued and
 * must not be lost.
 * @throws OfficeError
 */
export async function issueCards(
  office: OfficeClient,
  accounts: readonly AccountNumber[],
  known: KnownCards,
  onIssued: (cards: readonly NewCard[]) => void,
): Promise<void> {
  for (let start = 0; start < accounts.length; start += CHUNK_SIZE) {
    const cards = accounts
      .slice(start, start + CHUNK_SIZE)
      .map((account) => newCard(account, known.get(account)?.serial));
    await office.createCards(cards);
    onIssued(cards);
  }
}

// SPDX-License-Identifier: Apache-2.0

import type { Selectable } from "kysely";
import type { z } from "zod/mini";
import { type AccountNumber, CHUNK_SIZE } from "#sdk/list/index.ts";
import type { CardCheck, cardSchema, NewCards } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb, OfficeStore } from "./officeStore.ts";
import { hashPin, isPin } from "./pins.ts";
import type { OfficeDatabase } from "./schema.ts";

type CardRow = Selectable<OfficeDatabase["cards"]>;
export type CardView = z.input<typeof cardSchema>;

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
/** Wrong PINs in a row that lock a card. */
const MOST_WRONG = 5;
/** Seconds of the first lock. Each further one in a row is twice as long, a day at most: guessing on does not pay. */
const FIRST_LOCK = 15 * MINUTE;

/** Issue cards; a household's earlier card stops working. @throws OfficeError OFFICE-905. */
export async function issueCards(
  store: OfficeStore,
  cards: NewCards["cards"],
  { address, now }: Hand,
): Promise<CardView[]> {
  if (new Set(cards.map(({ account }) => account)).size !== cards.length) throw officeError("cardTwice");
  const rows = await Promise.all(
    cards.map(
      async ({ account, serial, pin }): Promise<CardRow> => ({
        account,
        serial,
        pinHash: await hashPin(pin),
        issuedBy: address,
        issuedAt: now,
        blockedAt: null,
        wrongPins: 0,
        locks: 0,
        lockedUntil: 0,
      }),
    ),
  );
  await store.transaction(async (db) => {
    for (const { account, ...card } of rows) {
      const issued = db.insertInto("cards").values({ account, ...card });
      await issued.onConflict((conflict) => conflict.column("account").doUpdateSet(card)).execute();
    }
  });
  return rows.map(viewOf);
}

/** The cards of 256 neighbouring accounts. */
export async function listCards(db: OfficeDb, page: number): Promise<CardView[]> {
  const rows = db
    .selectFrom("cards")
    .selectAll()
    .where("account", ">=", page * CHUNK_SIZE)
    .where("account", "<", (page + 1) * CHUNK_SIZE)
    .orderBy("account");
  return (await rows.execute()).map(viewOf);
}

/** @throws OfficeError OFFICE-406. */
export async function readCard(db: OfficeDb, account: number): Promise<CardView> {
  return viewOf(await rowOf(db, account));
}

/** A lost card; once blocked it stays so. @throws OfficeError OFFICE-406. */
export async function blockCard(db: OfficeDb, account: number, now: number): Promise<CardView> {
  const row = await rowOf(db, account);
  const blockedAt = row.blockedAt ?? now;
  const blocked = db.updateTable("cards").set({ blockedAt }).where("account", "=", account);
  await blocked.where("serial", "=", row.serial).execute();
  return viewOf({ ...row, blockedAt });
}

/** Whether card and PIN belong together. @throws OfficeError OFFICE-406, OFFICE-901 to OFFICE-904. */
export async function verifyCard(
  db: OfficeDb,
  { account, serial, pin }: CardCheck,
  now: number,
): Promise<CardView> {
  const row = await countTry(db, { account, serial, now });
  if (await isPin(pin, row.pinHash)) {
    const cleared = db.updateTable("cards").set({ wrongPins: 0, locks: 0, lockedUntil: 0 });
    await cleared.where("account", "=", account).where("serial", "=", serial).execute();
    return viewOf(row);
  }
  if (row.lockedUntil > now) throw locked(row, now);
  throw officeError("wrongPin", { left: MOST_WRONG - row.wrongPins });
}

/**
 * Count a try before the PIN is looked at, so that guesses at the same moment all count, and none is lost when the server is ended.
 * The last one allowed locks the card; the right PIN then opens it again.
 */
async function countTry(
  db: OfficeDb,
  {
    account,
    serial,
    now,
  }: { readonly account: AccountNumber; readonly serial: string; readonly now: number },
): Promise<CardRow> {
  for (;;) {
    const row = await rowOf(db, account);
    if (row.serial !== serial) throw officeError("cardIsReplaced");
    if (row.blockedAt !== null) throw officeError("cardIsBlocked");
    if (row.lockedUntil > now) throw locked(row, now);
    const isLast = row.wrongPins + 1 >= MOST_WRONG;
    const counted = db
      .updateTable("cards")
      .set(
        isLast
          ? { wrongPins: 0, locks: row.locks + 1, lockedUntil: now + lockLength(row.locks) }
          : { wrongPins: row.wrongPins + 1 },
      )
      .where("account", "=", account)
      .where("serial", "=", serial)
      .where("wrongPins", "=", row.wrongPins)
      .where("locks", "=", row.locks)
      .returningAll();
    const after = await counted.executeTakeFirst();
    if (after !== undefined) return after;
  }
}

function lockLength(locksBefore: number): number {
  return Math.min(DAY, FIRST_LOCK * 2 ** Math.min(locksBefore, 10));
}

function locked({ lockedUntil }: CardRow, now: number) {
  const seconds = lockedUntil - now;
  return officeError("cardIsLocked", { minutes: Math.ceil(seconds / MINUTE) }, { retryAfter: seconds });
}

async function rowOf(db: OfficeDb, account: number): Promise<CardRow> {
  const row = await db.selectFrom("cards").selectAll().where("account", "=", account).executeTakeFirst();
  if (row === undefined) throw officeError("noCard");
  return row;
}

function viewOf({ account, serial, issuedAt, blockedAt }: CardRow): CardView {
  return { account, serial, issuedAt, isBlocked: blockedAt !== null };
}

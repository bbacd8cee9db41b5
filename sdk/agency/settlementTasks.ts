// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "#sdk/money/index.ts";
import type { ActingOfficer } from "./officers.ts";
import type { OpenAct } from "./openActs.ts";
import { readSettlements } from "./settlements.ts";
import { readShopDetails } from "./shops.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** A shop that is owed money, or a payment that the bank's statement has to show. */
export type SettlementTask =
  | {
      readonly kind: "settleShop";
      readonly programme: string;
      readonly shop: number;
      /** The office's code of the shop. */
      readonly code: string;
      readonly cycle: number;
      /** Ledger units. */
      readonly owed: Amount;
    }
  | {
      readonly kind: "confirmSettlement";
      readonly programme: string;
      readonly settlement: number;
      readonly shop: number;
      readonly cycle: number;
      /** What the bank was told to pay, ledger units. */
      readonly payment: Amount;
    };

/** What waits for a Finance officer about shops' money. @param acts The programme's open acts: what is proposed already does not wait again. */
export async function settlementTasks(
  suite: Suite,
  programme: ProgrammeHandle,
  { roles }: ActingOfficer,
  acts: readonly OpenAct[],
): Promise<SettlementTask[]> {
  if (!roles.has("Finance")) return [];
  const [shops, settlements] = await Promise.all([
    readShopDetails(suite, programme),
    readSettlements(programme),
  ]);
  const proposed = proposedIn(acts);
  const { address } = programme;
  const toSettle = shops.flatMap(({ shop, code, ledgers }) =>
    ledgers
      .filter(({ cycle, owed }) => owed > 0n && !proposed.ledgers.has(`${shop}/${cycle}`))
      .map(({ cycle, owed }) => ({
        kind: "settleShop" as const,
        programme: address,
        shop,
        code,
        cycle,
        owed,
      })),
  );
  const toConfirm = settlements
    .filter(({ state, settlement }) => state === "Instructed" && !proposed.settlements.has(settlement))
    .map(({ settlement, shop, cycle, payment }) => ({
      kind: "confirmSettlement" as const,
      programme: address,
      settlement,
      shop,
      cycle,
      payment,
    }));
  return [...toSettle, ...toConfirm];
}

/** Which ledgers and settlements open acts are about. */
function proposedIn(acts: readonly OpenAct[]) {
  const ledgers = new Set<string>();
  const settlements = new Set<number>();
  for (const { name, args } of acts) {
    if (name === "settle") {
      const { shop, cycle } = args.terms as { shop: bigint; cycle: bigint };
      ledgers.add(`${shop}/${cycle}`);
    } else if (name === "confirmSettlement" || name === "returnSettlement") {
      settlements.add(Number(args.settlementId));
    }
  }
  return { ledgers, settlements };
}

// SPDX-License-Identifier: Apache-2.0

import type { ContractKind } from "../contractBook.ts";
import { interfaces } from "../events.ts";
import { accountHandlers } from "./accounts.ts";
import { actHandlers } from "./acts.ts";
import { budgetHandlers } from "./budget.ts";
import { consortiumHandlers } from "./consortium.ts";
import { cycleHandlers } from "./cycles.ts";
import { documentHandlers } from "./documents.ts";
import { factoryHandlers } from "./factory.ts";
import type { Handler, Handlers } from "./handler.ts";
import { pauseHandlers } from "./pauses.ts";
import { redemptionHandlers } from "./redemptions.ts";
import { settlementHandlers } from "./settlements.ts";
import { shopHandlers } from "./shops.ts";
import { unitHandlers } from "./units.ts";

const handlers: Readonly<Record<ContractKind, Handlers>> = {
  consortium: consortiumHandlers,
  accounts: accountHandlers,
  documents: documentHandlers,
  factory: factoryHandlers,
  programme: {
    ...actHandlers(interfaces.programme),
    ...budgetHandlers,
    ...cycleHandlers,
    ...shopHandlers,
    ...redemptionHandlers,
    ...settlementHandlers,
    ...pauseHandlers,
  },
  asset: unitHandlers,
};

/** What the event does; undefined for events that the history does not keep. */
export function handlerOf(source: ContractKind, name: string): Handler | undefined {
  return handlers[source][name];
}

/** First topics of all events that the history keeps, for filtering logs. */
export function historyTopics(): string[] {
  const topics = new Set<string>();
  for (const kind of Object.keys(handlers) as ContractKind[]) {
    for (const name of Object.keys(handlers[kind])) {
      const topic = interfaces[kind].getEvent(name)?.topicHash;
      if (topic !== undefined) topics.add(topic);
    }
  }
  return [...topics];
}

// SPDX-License-Identifier: Apache-2.0

import type { ContractKind } from "../contractBook.ts";
import { interfaces } from "../events.ts";
import { accountHandlers } from "./accounts.ts";
import { actHandlers } from "./acts.ts";
import { agreementFactoryHandlers } from "./agreement.ts";
import { budgetHandlers } from "./budget.ts";
import { consortiumHandlers } from "./consortium.ts";
import { councilHandlers } from "./council.ts";
import { cycleHandlers } from "./cycles.ts";
import { documentHandlers } from "./documents.ts";
import { escrowHandlers } from "./escrow.ts";
import { factoryHandlers } from "./factory.ts";
import { fundFactoryHandlers, fundHandlers } from "./funds.ts";
import type { Handler, Handlers } from "./handler.ts";
import { milestoneHandlers } from "./milestones.ts";
import { pauseHandlers } from "./pauses.ts";
import { redemptionHandlers } from "./redemptions.ts";
import { settlementHandlers } from "./settlements.ts";
import { shopHandlers } from "./shops.ts";
import { termsHandlers } from "./terms.ts";
import { unitHandlers } from "./units.ts";

const handlers: Readonly<Record<ContractKind, Handlers>> = {
  council: councilHandlers,
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
  agreementFactory: agreementFactoryHandlers,
  agreement: {
    ...actHandlers(interfaces.agreement),
    ...escrowHandlers,
    ...termsHandlers,
    ...milestoneHandlers,
  },
  fundFactory: fundFactoryHandlers,
  fund: { ...actHandlers(interfaces.fund), ...fundHandlers },
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

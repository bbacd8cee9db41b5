// SPDX-License-Identifier: Apache-2.0

import type { Interface } from "ethers";
import type {
  ActApprovedEvent,
  ActProposedEvent,
  ActWithdrawnEvent,
} from "#bindings/interfaces/IDualControl.ts";
import type { HistoryEvent } from "../events.ts";
import { type Handlers, nothing, on, row } from "./handler.ts";

/** Handlers of the acts of two officers, for a contract of the suite (assets are not: their events cannot be relied on). */
export function actHandlers(contract: Interface): Handlers {
  return {
    ActProposed: on<ActProposedEvent.OutputObject>(nothing, (draft, args, { place }) => {
      draft.insert("acts", {
        contract: place.contract,
        id: Number(args.actId),
        selector: args.selector,
        name: contract.getFunction(args.selector)?.name ?? args.selector,
        proposer: args.proposer,
        act: args.act,
        state: "open",
        officer: null,
        proposedAt: place.timestamp,
        transaction: place.transaction,
      });
    }),
    ActApproved: on<ActApprovedEvent.OutputObject>(readAct, (draft, args, { place }) => {
      const act = draft.get("acts", [place.contract, Number(args.actId)]);
      draft.update("acts", act, { state: "approved", officer: args.approver });
    }),
    ActWithdrawn: on<ActWithdrawnEvent.OutputObject>(readAct, (draft, args, { place }) => {
      const act = draft.get("acts", [place.contract, Number(args.actId)]);
      draft.update("acts", act, { state: "withdrawn", officer: args.officer });
    }),
  };
}

function readAct(args: { actId: bigint }, event: HistoryEvent) {
  return [row("acts", event.place.contract, Number(args.actId))];
}

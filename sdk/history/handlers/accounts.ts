// SPDX-License-Identifier: Apache-2.0

import type {
  AccountClosedEvent,
  AccountLinkedEvent,
  AccountReboundEvent,
  AccountReopenedEvent,
  AccountsOpenedEvent,
  OpeningAnnouncedEvent,
} from "#bindings/interfaces/IBeneficiaryAccounts.ts";
import type { RowKey } from "../draft.ts";
import { interfaces } from "../events.ts";
import { CLOSING_REASONS, nameOf } from "../names.ts";
import { actHandlers } from "./acts.ts";
import { type Handlers, nothing, on, row } from "./handler.ts";

const HEX_DIGITS = 64;

export const accountHandlers: Handlers = {
  ...actHandlers(interfaces.accounts),

  OpeningAnnounced: on<OpeningAnnouncedEvent.OutputObject>(nothing, (draft, args) => {
    draft.insert("openings", {
      id: Number(args.openingId),
      organisation: Number(args.organisation),
      custodian: args.custodian,
      root: args.root,
      firstNumber: Number(args.firstNumber),
      count: Number(args.count),
      keyVersion: Number(args.keyVersion),
      chunksPushed: 0,
      accountsOpened: 0,
    });
  }),

  AccountsOpened: on<AccountsOpenedEvent.OutputObject>(readOpened, (draft, args) => {
    const opening = draft.get("openings", [Number(args.openingId)]);
    let opened = 0;
    splitCommitments(args.commitments).forEach((commitment, index) => {
      // A household that is known keeps its number; the one reserved for it here stays empty.
      if (draft.find("commitments", [commitment]) !== null) return;
      const number = Number(args.firstNumber) + index;
      opened++;
      draft.insert("commitments", { commitment, number, status: "current" });
      draft.insert("accounts", {
        number,
        commitment,
        organisation: opening.organisation,
        opening: opening.id,
        keyVersion: opening.keyVersion,
        status: "open",
        closingReason: null,
        successor: null,
      });
    });
    draft.update("openings", opening, {
      chunksPushed: opening.chunksPushed + 1,
      accountsOpened: opening.accountsOpened + opened,
    });
  }),

  AccountClosed: on<AccountClosedEvent.OutputObject>(readAccount, (draft, args) => {
    draft.update("accounts", draft.get("accounts", [Number(args.number)]), {
      status: "closed",
      closingReason: nameOf(CLOSING_REASONS, args.reason),
      successor: Number(args.successor) || null,
    });
  }),

  AccountReopened: on<AccountReopenedEvent.OutputObject>(readAccount, (draft, args) => {
    const account = draft.get("accounts", [Number(args.number)]);
    draft.update("accounts", account, { status: "open", closingReason: null, successor: null });
  }),

  AccountLinked: on<AccountLinkedEvent.OutputObject>(nothing, (draft, args) => {
    draft.insert("commitments", { commitment: args.added, number: Number(args.number), status: "linked" });
  }),

  AccountRebound: on<AccountReboundEvent.OutputObject>(readRebound, (draft, args) => {
    const previous = draft.get("commitments", [args.previous]);
    const account = draft.get("accounts", [Number(args.number)]);
    draft.update("commitments", previous, { status: "replaced" });
    draft.insert("commitments", {
      commitment: args.current,
      number: account.number,
      status: previous.status,
    });
    if (account.commitment !== args.previous) return;
    draft.update("accounts", account, { commitment: args.current, keyVersion: Number(args.keyVersion) });
  }),
};

function readOpened(args: AccountsOpenedEvent.OutputObject): RowKey[] {
  const commitments = splitCommitments(args.commitments).map((commitment) => row("commitments", commitment));
  return [row("openings", Number(args.openingId)), ...commitments];
}

function readAccount(args: { number: bigint }): RowKey[] {
  return [row("accounts", Number(args.number))];
}

function readRebound(args: AccountReboundEvent.OutputObject): RowKey[] {
  return [row("accounts", Number(args.number)), row("commitments", args.previous)];
}

/** 32 bytes each, as hexadecimal with 0x. */
function splitCommitments(bytes: string): string[] {
  const commitments: string[] = [];
  for (let start = 2; start + HEX_DIGITS <= bytes.length; start += HEX_DIGITS) {
    commitments.push(`0x${bytes.slice(start, start + HEX_DIGITS)}`);
  }
  return commitments;
}

// SPDX-License-Identifier: Apache-2.0

import type { Fact, FactName, FactValue, PlacedFact } from "./facts.ts";
import { type Args, code, flag, hex, isNothing, list, record, records, units, whole } from "./readArgs.ts";

/** What an act would do, value by value, in the order in which an approver reads them. The first one names it. */
export interface ActExplanation {
  /** Under which name the words have the act; a selector where it is unknown. */
  readonly name: string;
  readonly facts: readonly PlacedFact[];
  /** How many entries of a long act are not written out. */
  readonly more: number;
}

/** Entries of a long act that are written out. */
const MOST_ENTRIES = 12;

type Explain = (args: Args) => readonly Fact[];

/** Explain an act by its name and arguments. An act that is not known is written out as it is, never hidden. */
export function explainAct(name: string, args: Args): ActExplanation {
  const entries = MANY[name]?.(args);
  if (entries !== undefined) {
    const shown = entries.slice(0, MOST_ENTRIES).flat();
    const count = fact("count", { kind: "number", value: entries.length });
    return { name, facts: placed([count, ...shown]), more: Math.max(0, entries.length - MOST_ENTRIES) };
  }
  return { name: actName(name, args), facts: placed((ONE[name] ?? unknownAct)(args)), more: 0 };
}

function placed(facts: readonly Fact[]): readonly PlacedFact[] {
  return facts.map((found, place) => ({ ...found, place }));
}

function fact(name: FactName, value: FactValue): Fact {
  return { name, value };
}

const amount = (name: FactName, value: unknown) => fact(name, { kind: "amount", units: units(value) });
const moment = (name: FactName, value: unknown) => fact(name, { kind: "moment", seconds: whole(value) });
const numbered = (name: "cycle" | "shop" | "settlement" | "account" | "opening", value: unknown) =>
  fact(name, { kind: name, id: whole(value) });
const codeFact = (name: FactName, value: unknown) => fact(name, { kind: "code", text: code(value) });
const hexFact = (name: FactName, value: unknown) => fact(name, { kind: "hex", value: hex(value) });

/** A value that the act leaves empty is not shown. */
function unlessEmpty(made: Fact): readonly Fact[] {
  const { value } = made;
  const isEmpty =
    (value.kind === "code" && value.text === "") ||
    (value.kind === "hex" && isNothing(value.value)) ||
    (value.kind === "amount" && value.units === 0n);
  return isEmpty ? [] : [made];
}

function shopFacts(terms: Args): readonly Fact[] {
  return [
    codeFact("code", terms.code),
    fact("shopKind", { kind: "word", list: "shopKind", value: whole(terms.kind) }),
    amount("ceilingPerDay", terms.ceilingPerDay),
    fact("offlineDays", { kind: "days", value: whole(terms.offlineDays) }),
    amount("terminalLimit", terms.terminalLimit),
    fact("commissionRate", { kind: "share", basisPoints: whole(terms.commissionBps) }),
    fact("isActive", { kind: "yesNo", value: flag(terms.isActive) }),
  ];
}

function payoutFacts(payout: Args): readonly Fact[] {
  return [
    fact("payoutMode", { kind: "word", list: "payoutMode", value: whole(payout.mode) }),
    ...unlessEmpty(hexFact("payoutAddress", payout.account)),
    ...unlessEmpty(hexFact("bankReference", payout.bankReference)),
  ];
}

function correctionFacts(correction: Args): readonly Fact[] {
  const isReEntered = !(whole(correction.newAccount) === 0 && units(correction.newAmount) === 0n);
  return [
    fact("receipt", { kind: "number", value: whole(correction.number) }),
    fact("correction", { kind: "word", list: "correctionKind", value: whole(correction.kind) }),
    hexFact("terminal", correction.terminal),
    numbered("cycle", correction.cycle),
    numbered("account", correction.account),
    amount("amount", correction.amount),
    ...(isReEntered
      ? [
          fact("newAccount", { kind: "account", id: whole(correction.newAccount) }),
          amount("newAmount", correction.newAmount),
        ]
      : []),
    codeFact("reason", correction.reason),
  ];
}

function settlementFacts(terms: Args): readonly Fact[] {
  return [
    numbered("shop", terms.shop),
    numbered("cycle", terms.cycle),
    amount("amount", terms.amount),
    ...unlessEmpty(amount("withheld", terms.withholding)),
    ...unlessEmpty(amount("commission", terms.commission)),
    hexFact("statement", terms.statement),
    ...unlessEmpty(codeFact("endToEndId", terms.endToEndId)),
    ...records(terms.lastReceipts).flatMap((mark) => [
      hexFact("terminal", mark.terminal),
      fact("lastReceipt", { kind: "number", value: whole(mark.number) }),
    ]),
  ];
}

const ONE: Readonly<Record<string, Explain>> = {
  registerShop: ({ terms, payout }) => [...shopFacts(record(terms)), ...payoutFacts(record(payout))],
  changeShopTerms: ({ shop, terms }) => [numbered("shop", shop), ...shopFacts(record(terms))],
  changePayout: ({ shop, payout }) => [numbered("shop", shop), ...payoutFacts(record(payout))],
  correct: ({ correction }) => correctionFacts(record(correction)),
  settle: ({ terms }) => settlementFacts(record(terms)),
  confirmSettlement: ({ settlementId, bankStatement }) => [
    numbered("settlement", settlementId),
    hexFact("bankStatement", bankStatement),
  ],
  returnSettlement: ({ settlementId, reason, bankStatement }) => [
    numbered("settlement", settlementId),
    codeFact("reason", reason),
    hexFact("bankStatement", bankStatement),
  ],
  cancelCycle: ({ cycle, reason }) => [numbered("cycle", cycle), codeFact("reason", reason)],
  stopCycle: ({ cycle, reason }) => [numbered("cycle", cycle), codeFact("reason", reason)],
  extendCycle: ({ cycle, expiresAt, graceEndsAt, reason }) => [
    numbered("cycle", cycle),
    moment("expires", expiresAt),
    moment("graceEnds", graceEndsAt),
    codeFact("reason", reason),
  ],
  reduceCycle: ({ cycle, total, reason }) => [
    numbered("cycle", cycle),
    amount("newTotal", total),
    codeFact("reason", reason),
  ],
  closeCycle: ({ cycle }) => [numbered("cycle", cycle)],
  recordSource: ({ source, document }) => [hexFact("source", source), hexFact("document", document)],
  returnUnspent: (args) => [amount("amount", args.amount), hexFact("source", args.source)],
  liftGuardianPause: ({ redemptions, payouts, since }) => [
    fact("resumesRedemptions", { kind: "yesNo", value: flag(redemptions) }),
    fact("resumesPayouts", { kind: "yesNo", value: flag(payouts) }),
    moment("pausedSince", since),
  ],
  closeProgramme: ({ source }) => [hexFact("source", source)],
  abandonOpening: ({ openingId }) => [numbered("opening", openingId)],
  issue: ({ to, amount: issued, funding }) => {
    const { sourceAmount, sourceCurrency, document } = record(funding);
    return [
      amount("amount", issued),
      hexFact("to", to),
      fact("sourceAmount", { kind: "code", text: String(units(sourceAmount)) }),
      fact("currency", { kind: "code", text: textOfBytes3(sourceCurrency) }),
      hexFact("document", document),
    ];
  },
  offerTerms: ({ terms }) => {
    const { version, payout, arbiter, documents, milestones } = record(terms);
    const total = records(milestones).reduce((sum, one) => sum + units(one.amount), 0n);
    return [
      fact("version", { kind: "number", value: whole(version) }),
      amount("newTotal", total),
      hexFact("payoutAddress", payout),
      hexFact("arbiter", arbiter),
      hexFact("document", documents),
    ];
  },
  returnExcess: (args) => [amount("amount", args.amount)],
  acceptSpending: ({ milestone, evidence, amount: accepted, finding }) => [
    amount("amount", accepted),
    fact("milestone", { kind: "number", value: whole(milestone) }),
    hexFact("statement", evidence),
    ...(whole(finding) === 0
      ? []
      : [fact("reason", { kind: "word", list: "finding", value: whole(finding) })]),
  ],
  giveNotice: ({ reason }) => [hexFact("letter", reason)],
  allocate: ({ expectedId, recipient, amount: paid, allocationReference }) => [
    amount("amount", paid),
    hexFact("recipient", recipient),
    ...unlessEmpty(codeFact("reference", allocationReference)),
    fact("allocation", { kind: "number", value: whole(expectedId) }),
  ],
  acceptUnattributed: ({ amount: accepted, earmark, donorReference }) => [
    amount("amount", accepted),
    ...unlessEmpty(hexFact("earmark", earmark)),
    ...unlessEmpty(codeFact("reference", donorReference)),
  ],
  releaseEarmark: ({ recipient, document }) => [
    hexFact("recipient", recipient),
    hexFact("document", document),
  ],
  changeFeeReserve: (args) => [amount("amount", args.amount)],
};

/** Acts over many entries, each entry with its own values. */
const MANY: Readonly<Record<string, (args: Args) => readonly (readonly Fact[])[]>> = {
  closeAccounts: ({ closings }) =>
    records(closings).map(({ commitment, reason, successor }) => [
      hexFact("commitment", commitment),
      fact("reason", { kind: "closingReason", value: whole(reason) }),
      ...unlessEmpty(hexFact("successor", successor)),
    ]),
  reopenAccounts: ({ commitments }) =>
    list(commitments).map((commitment) => [hexFact("commitment", commitment)]),
  linkAccounts: ({ links }) =>
    records(links).map(({ known, added }) => [hexFact("before", known), hexFact("commitment", added)]),
  rebindAccounts: ({ links, keyVersion }) =>
    records(links).map(({ known, added }) => [
      hexFact("before", known),
      hexFact("commitment", added),
      fact("keyVersion", { kind: "number", value: whole(keyVersion) }),
    ]),
  changeBands: (args) =>
    records(args.bands).map(({ upTo, approvers, needsRelease }) => [
      fact("band", {
        kind: "band",
        upTo: units(upTo),
        approvers: whole(approvers),
        needsRelease: flag(needsRelease),
      }),
    ]),
};

function unknownAct(args: Args): readonly Fact[] {
  const text = JSON.stringify(args, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return [fact("other", { kind: "code", text })];
}

/** ISO 4217 code in a bytes3. */
function textOfBytes3(value: unknown): string {
  const bytes = hex(value).slice(2).match(/../g) ?? [];
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)));
}

/** One function can be two acts in the reader's eyes. */
function actName(name: string, args: Args): string {
  if (name === "changeFeeReserve") return flag(args.add) ? "setFeesAside" : "takeFeesBack";
  return name;
}

// SPDX-License-Identifier: Apache-2.0

import { concat, encodeBytes32String, hexlify, id, ZeroHash } from "ethers";
import fc from "fast-check";
import { Books, bankPayout, itemBytes, part, paymentOf, terminalAddress, unspentOf } from "./books.ts";
import { address, asset, programme } from "./logs.ts";

/** One random step: what kind of thing happens, and numbers to choose its details by. */
export interface Step {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly sameBlock: boolean;
}

/** Without bias to small numbers: those would choose the same few kinds again and again. */
export const steps = fc.noBias(
  fc.array(
    fc.record({
      kind: fc.nat(99),
      a: fc.nat(1_000_000),
      b: fc.nat(1_000_000),
      sameBlock: fc.boolean(),
    }),
    { minLength: 1, maxLength: 80, size: "max" },
  ),
);

const SHOPS = 2;
/** Codes of the contract: a rejection, and a reason to stop. */
const OVER_LIMIT = 7;
const CHUNK_NOT_LOADED = 3;

/** {@link Books} that random steps are entered into. */
export class Simulation extends Books {
  constructor() {
    super();
    const { writer } = this;
    writer.emit("consortium", "OrganisationAdmitted", 1, 0, "Relief", "XM-1", address(1));
    writer.emit("consortium", "OfficerAppointed", 1, 1, address(1), 0);
    const settings = [1, asset, "0x584f46", 5, 0, encodeBytes32String("72010"), "Food for Kaya"];
    writer.emit("factory", "ProgrammeCreated", programme, 1, asset, settings, [[10n ** 20n, 1, false]]);
    for (let shop = 1; shop <= SHOPS; shop++) {
      const code = encodeBytes32String(`SHOP-${shop}`);
      writer.emit(
        "programme",
        "ShopRegistered",
        shop,
        code,
        [code, 0, 150, 1_000_000, 7, 5_000_000, true],
        bankPayout(),
      );
      writer.emit("programme", "TerminalAuthorised", terminalAddress(shop - 1), shop, 5_000_000, address(3));
    }
    writer.nextBlock();
    this.run([
      { kind: 0, a: 900_000, b: 0, sameBlock: true },
      { kind: FEES, a: 40, b: 1, sameBlock: true },
      { kind: APPROVE, a: 50, b: 20, sameBlock: false },
      { kind: LOAD, a: 80, b: 0, sameBlock: false },
    ]);
  }

  run(all: readonly Step[]): this {
    for (const step of all) {
      this.act(step);
      if (!step.sameBlock) this.writer.nextBlock();
    }
    return this;
  }

  protected act(step: Step): void {
    ACTS[step.kind % ACTS.length]?.call(this, step);
  }

  fund({ a }: Step): void {
    const amount = BigInt(a + 1) * 100n;
    this.free += amount;
    this.funded += amount;
    this.writer.emit("programme", "Funded", address(7), address(8), amount);
  }

  giveBack({ a }: Step): void {
    const amount = part(this.free, a);
    if (amount === 0n) return;
    this.free -= amount;
    this.returned += amount;
    this.writer.emit("programme", "UnspentReturned", address(7), amount);
  }

  changeFees({ a, b }: Step): void {
    const isAdded = b % 3 > 0;
    const amount = part(isAdded ? this.free : this.fees, a) / 4n;
    if (amount === 0n) return;
    this.free += isAdded ? -amount : amount;
    this.fees += isAdded ? amount : -amount;
    this.writer.emit("programme", "FeeReserveChanged", amount, isAdded);
  }

  approveCycle({ a, b }: Step): void {
    const total = part(this.free, a);
    if (total === 0n) return;
    const cycle = this.prepare(total, 1 + (b % 30));
    this.writer.emit("programme", "CycleApproved", cycle.id, address(2), 1, 1);
    this.free -= total;
    this.committed += total;
    this.writer.emit("programme", "CycleActivated", cycle.id, 0, total);
  }

  loadChunk({ a, b }: Step): void {
    const cycle = this.open(b);
    const amount = cycle && part(cycle.total - cycle.loaded, a);
    if (!cycle || !amount) return;
    cycle.loaded += amount;
    this.writer.emit(
      "programme",
      "ChunkLoaded",
      cycle.id,
      cycle.nextChunk++,
      amount,
      `0x${"00".repeat(8 * (1 + (a % 5)))}`,
    );
  }

  redeem({ a, b }: Step): void {
    const cycle = this.open(b);
    if (!cycle) return;
    const terminal = a % SHOPS;
    const first = this.next[terminal] ?? 1;
    const receipts = Array.from({ length: 1 + (a % 4) }, (_, i) =>
      this.sell(cycle, terminal, first + i, (a + i) % 5 === 0, b + i),
    );
    this.receipts.push(...receipts);
    this.next[terminal] = first + receipts.length;
    const items = receipts.map(({ amount, isRefund, number }) => itemBytes(amount, isRefund, number));
    const rejections = receipts.flatMap(({ outcome }, i) =>
      outcome === "rejected" ? [0, i, OVER_LIMIT] : [],
    );
    this.writer.emit(
      "programme",
      "ReceiptsRecorded",
      terminalAddress(terminal),
      cycle.id,
      terminal + 1,
      first,
      concat(items),
      hexlify(Uint8Array.from(rejections)),
      a % 9 === 0 ? CHUNK_NOT_LOADED : 0,
    );
  }

  /** A terminal may name a cycle that does not exist: nothing counts, but there is an event. */
  stopAtOnce({ a }: Step): void {
    const terminal = a % SHOPS;
    const batch = [
      terminalAddress(terminal),
      a % 2 === 0 ? 0 : 4_000_000,
      terminal + 1,
      this.next[terminal],
      "0x",
      "0x",
      1,
    ];
    this.writer.emit("programme", "ReceiptsRecorded", ...batch);
  }

  correct({ a, b }: Step): void {
    const fit = this.receipts.filter(
      ({ cycle, isRefund, outcome }) => cycle.state === "Approved" && !isRefund && outcome !== "corrected",
    );
    const receipt = fit[a % Math.max(fit.length, 1)];
    if (receipt === undefined) return;
    const { cycle, terminal } = receipt;
    const left = cycle.loaded - cycle.redeemed + cycle.refunded;
    const ledger = this.ledger(terminal + 1, cycle.id);
    const owed = ledger.gross - ledger.refunds - ledger.settled;
    if (receipt.outcome === "rejected") {
      if (receipt.amount > left) return;
      this.count(cycle, terminal + 1, receipt.amount, 0n);
      this.emitCorrection(receipt, 0, [receipt.amount, 0n]);
    } else {
      if (receipt.amount > owed) return;
      const renewed = b % 2 === 0 ? 0n : part(left, b) / 2n;
      this.count(cycle, terminal + 1, renewed, receipt.amount);
      this.emitCorrection(receipt, renewed === 0n ? 1 : 2, [receipt.amount, renewed]);
    }
    receipt.outcome = "corrected";
  }

  settle({ a, b }: Step): void {
    const cycle = this.cycles[b % Math.max(this.cycles.length, 1)];
    if (!cycle) return;
    const shop = 1 + (a % SHOPS);
    const ledger = this.ledger(shop, cycle.id);
    const amount = part(ledger.gross - ledger.refunds - ledger.settled, b);
    const commission = (amount * 150n) / 10_000n;
    if (amount === 0n || commission > this.fees) return;
    const withholding = part(amount, a) / 10n;
    const state = (["Instructed", "Paid", "Refused"] as const)[a % 3] ?? "Paid";
    const settlement = {
      id: this.settlements.length + 1,
      cycle,
      shop,
      amount,
      withholding,
      commission,
      state,
    };
    this.settlements.push(settlement);
    if (state !== "Refused") {
      ledger.settled += amount;
      this.committed -= amount - withholding;
      this.fees -= commission;
      if (state === "Paid") this.pay(settlement);
      else this.instructed += paymentOf(settlement);
    }
    const terms = [
      settlement.id,
      shop,
      cycle.id,
      amount,
      withholding,
      commission,
      ZeroHash,
      id("statement"),
      encodeBytes32String("E2E-1"),
      [],
    ];
    const code = { Instructed: 1, Paid: 2, Refused: 4 }[state];
    this.writer.emit(
      "programme",
      "SettlementMade",
      settlement.id,
      shop,
      cycle.id,
      code,
      paymentOf(settlement),
      terms,
    );
  }

  finishSettlement({ a, b }: Step): void {
    const waiting = this.settlements.filter(({ state }) => state === "Instructed");
    const settlement = waiting[a % Math.max(waiting.length, 1)];
    if (settlement === undefined) return;
    this.instructed -= paymentOf(settlement);
    if (b % 2 === 0) {
      settlement.state = "Paid";
      this.pay(settlement);
      this.writer.emit("programme", "SettlementConfirmed", settlement.id, settlement.shop, id("bank"));
      return;
    }
    settlement.state = "Returned";
    this.ledger(settlement.shop, settlement.cycle.id).settled -= settlement.amount;
    this.committed += settlement.amount - settlement.withholding;
    this.fees += settlement.commission;
    this.writer.emit(
      "programme",
      "SettlementReturned",
      settlement.id,
      settlement.shop,
      encodeBytes32String("AC01"),
      id("bank"),
    );
  }

  endCycle({ a, b }: Step): void {
    const cycle = this.open(b);
    if (!cycle) return;
    if (a % 3 === 0 && cycle.total > cycle.loaded) {
      const freed = cycle.total - cycle.loaded;
      cycle.total = cycle.loaded;
      this.release(freed);
      this.writer.emit("programme", "CycleReduced", cycle.id, cycle.total, encodeBytes32String("LESS"));
      return;
    }
    const freed = unspentOf(cycle);
    this.release(freed);
    cycle.state = a % 3 === 1 ? "Cancelled" : "Closed";
    if (cycle.state === "Closed") this.writer.emit("programme", "CycleClosed", cycle.id, freed);
    else this.writer.emit("programme", "CycleCancelled", cycle.id, encodeBytes32String("WRONG-LIST"));
  }

  openAccounts({ a, b }: Step): void {
    const opening = ++this.openings;
    const first = 256 * opening;
    const count = 1 + (a % 6);
    // Some households are known from an earlier opening.
    const commitments = Array.from({ length: count }, (_, i) => id(`household ${(b + i) % 40}`));
    this.writer.emit("accounts", "OpeningAnnounced", opening, 1, address(3), id("root"), first, count, 1);
    this.writer.emit(
      "accounts",
      "AccountsOpened",
      opening,
      first >> 8,
      first,
      opening,
      id("digest"),
      `0x${commitments.map((c) => c.slice(2)).join("")}`,
    );
    for (const commitment of commitments) this.commitments.add(commitment);
    this.accountsOpened = this.commitments.size;
  }

  twoOfficers({ a, b }: Step): void {
    const act = ++this.acts;
    const selector = "0x12345678";
    this.writer.emit(
      "programme",
      "ActProposed",
      act,
      selector,
      address(1),
      `${selector}${a.toString(16).padStart(8, "0")}`,
    );
    if (b % 3 === 0) return;
    this.writer.nextBlock();
    if (b % 3 === 1) this.writer.emit("programme", "ActApproved", act, selector, address(2));
    else this.writer.emit("programme", "ActWithdrawn", act, address(1));
  }
}

const S = Simulation.prototype;
const ACTS = [
  S.fund,
  S.approveCycle,
  S.loadChunk,
  S.redeem,
  S.redeem,
  S.redeem,
  S.correct,
  S.correct,
  S.settle,
  S.finishSettlement,
  S.changeFees,
  S.redeem,
  S.giveBack,
  S.openAccounts,
  S.twoOfficers,
  S.stopAtOnce,
  S.settle,
  S.loadChunk,
  S.settle,
  S.endCycle,
];
const APPROVE = ACTS.indexOf(S.approveCycle);
const LOAD = ACTS.indexOf(S.loadChunk);
const FEES = ACTS.indexOf(S.changeFees);

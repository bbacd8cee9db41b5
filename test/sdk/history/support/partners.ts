// SPDX-License-Identifier: Apache-2.0

import { encodeBytes32String, id } from "ethers";
import { smaller } from "#sdk/funds/index.ts";
import { part } from "./books.ts";
import { address, type LogWriter } from "./logs.ts";
import type { Step } from "./simulate.ts";

interface SimMilestone {
  readonly id: number;
  readonly kind: "Deliverable" | "Advance" | "Reimbursement";
  amount: bigint;
  state: "Planned" | "Submitted" | "Verified" | "Disputed" | "Paid" | "Cancelled";
  claimed: bigint;
  authorised: bigint;
  paid: bigint;
  accepted: bigint;
  refunded: bigint;
}

interface SimSource {
  readonly address: string;
  brought: bigint;
  credited: bigint;
}

const KINDS = ["Deliverable", "Advance", "Reimbursement"] as const;
const AMOUNTS = [700n, 900n, 500n];
const REDUCED = 1;
/** States as the contract numbers them. */
const PAID = 6;
const CANCELLED = 7;
const AGENCY = 1;
const PARTNER = 2;
/** All that is too much. */
const WHOLE = "whole";

/**
 * An agreement that keeps its books as the contract does (held, reserved, pending) and writes the events that the contract would emit.
 */
export class AgreementBooks {
  readonly milestones: SimMilestone[];
  readonly sources: SimSource[];
  held = 0n;
  reserved = 0n;
  pending = 0n;
  escrowed = 0n;
  paid = 0n;
  refunded = 0n;
  returned = 0n;
  version = 1;
  isTerminated = false;
  readonly #writer: LogWriter;
  #steps = 0;
  #offers = 0;

  constructor(writer: LogWriter, sources: readonly string[]) {
    this.#writer = writer;
    this.sources = sources.map((source) => ({ address: source, brought: 0n, credited: 0n }));
    for (const source of sources) writer.emit("agreement", "SourceRecorded", source, id("letter"));
    this.milestones = AMOUNTS.map((amount, index) => ({
      id: index + 1,
      kind: KINDS[index % KINDS.length] ?? "Deliverable",
      amount,
      state: "Planned",
      claimed: 0n,
      authorised: 0n,
      paid: 0n,
      accepted: 0n,
      refunded: 0n,
    }));
    this.pending = AMOUNTS.reduce((sum, amount) => sum + amount, 0n);
    this.#accept(this.#offer(1, AMOUNTS), 1);
  }

  /** Whether nothing can be allocated to it any more, so that a fund may lift earmarks for it. */
  get isClosed(): boolean {
    return this.isTerminated;
  }

  get unfunded(): bigint {
    return this.held < this.pending ? this.pending - this.held : 0n;
  }

  escrow(source: string, amount: bigint): void {
    const origin = this.sources.find((one) => one.address === source);
    if (origin === undefined) throw new Error("not a source");
    origin.brought += amount;
    this.escrowed += amount;
    this.held += amount;
    this.#emit("Escrowed", source, amount);
  }

  /** @returns What went back to which source. */
  step(step: Step): [source: string, amount: bigint][] {
    const { a, b } = step;
    const milestone = this.milestones[this.#steps++ % this.milestones.length];
    if (milestone === undefined) return [];
    if (!this.isTerminated) {
      if (b % 13 === 0) return this.#amend(step);
      if (b % 29 === 0) return this.#giveNotice(a);
      if (a % 5 === 0) return this.#escrowDirectly(b);
    }
    this.#goOn(milestone, step);
    if (this.isTerminated) return this.#returnExcess(WHOLE);
    return b % 4 === 0 ? this.#returnExcess(a) : [];
  }

  #escrowDirectly(n: number): [] {
    const amount = part(this.unfunded, n);
    if (amount > 0n && amount <= this.unfunded) this.escrow(address(9), amount);
    return [];
  }

  #goOn(milestone: SimMilestone, step: Step): void {
    const { a, b } = step;
    if (milestone.state === "Planned" && !this.isTerminated) this.#submit(milestone, b);
    else if (milestone.state === "Submitted" && b % 4 === 1) this.#dispute(milestone);
    else if (milestone.state === "Submitted") this.#pay(milestone, b);
    else if (milestone.state === "Disputed") this.#decide(milestone, a);
    else if (milestone.kind === "Advance" && milestone.state === "Paid") this.#account(milestone, step);
  }

  /** @returns Hash of the terms offered. */
  #offer(version: number, amounts: readonly bigint[]): string {
    const milestones = this.milestones.map(({ kind }, index) => [
      KINDS.indexOf(kind),
      20_600,
      amounts[index] ?? 0n,
      id("work"),
    ]);
    const conduct = [[address(0x31)], 1, 86_400, address(0x32), 86_400, 5_000, 86_400 * 30, id("list")];
    const terms = id(`terms ${++this.#offers}`);
    const whole = [version, address(0x33), milestones, ...conduct];
    this.#emit("TermsOffered", version, terms, 1_900_000_000, whole);
    return terms;
  }

  #accept(terms: string, version: number): void {
    this.version = version;
    this.#emit("TermsAccepted", version, terms, address(2), this.pending);
  }

  /** What is planned costs less or more, or is left out; what was begun stays. Some offers come to nothing. */
  #amend({ a }: Step): [] {
    const planned = this.milestones.filter(({ state }) => state === "Planned");
    const amounts = this.milestones.map((one, index) =>
      one.state === "Planned" ? BigInt((a + index) % 4) * 300n : one.amount,
    );
    const terms = this.#offer(this.version + 1, amounts);
    if (a % 3 === 0) {
      this.#emit("OfferDropped", terms, address(1), encodeBytes32String("TOO-LATE"));
      return [];
    }
    for (const milestone of planned) {
      const amount = amounts[milestone.id - 1] ?? 0n;
      this.pending += amount - milestone.amount;
      milestone.amount = amount;
      if (amount === 0n) this.#close(milestone, CANCELLED);
    }
    this.#accept(terms, this.version + 1);
    return [];
  }

  /** Either withdrawn, or the end: what was submitted goes to the arbiter, what nobody can claim any more goes back. */
  #giveNotice(n: number): [string, bigint][] {
    const party = n % 2 === 0 ? AGENCY : PARTNER;
    this.#emit("NoticeGiven", party, 1_900_000_000, id("why it ends"));
    if (n % 3 === 0) {
      this.#emit("NoticeWithdrawn", party, address(1));
      return [];
    }
    this.isTerminated = true;
    this.#emit("AgreementTerminated", party);
    for (const milestone of this.milestones) {
      if (milestone.state === "Submitted") this.#dispute(milestone);
      if (milestone.state !== "Planned") continue;
      this.pending -= milestone.amount;
      this.#close(milestone, CANCELLED);
    }
    return this.#returnExcess(WHOLE);
  }

  #dispute(milestone: SimMilestone): void {
    milestone.state = "Disputed";
    this.#emit(
      "MilestoneDisputed",
      milestone.id,
      address(2),
      milestone.claimed,
      1_900_000_000,
      id("silence"),
    );
  }

  /** The arbiter splits what is disputed; the partner's part is paid at once. */
  #decide(milestone: SimMilestone, n: number): void {
    const { claimed } = milestone;
    const toPartner = n % 4 === 0 ? 0n : smaller(part(claimed, n), claimed);
    this.#emit("DisputeDecided", milestone.id, address(0x32), toPartner, claimed - toPartner, id("ruling"));
    milestone.authorised = toPartner;
    this.reserved -= claimed;
    this.pending -= milestone.amount;
    if (toPartner > 0n) this.#payOut(milestone, toPartner);
    this.#close(milestone, toPartner > 0n ? PAID : CANCELLED);
  }

  #payOut(milestone: SimMilestone, amount: bigint): void {
    milestone.paid = amount;
    this.held -= amount;
    this.paid += amount;
    this.#emit("MilestonePaid", milestone.id, address(0x33), amount);
  }

  #close(milestone: SimMilestone, state: typeof PAID | typeof CANCELLED): void {
    milestone.state = state === PAID ? "Paid" : "Cancelled";
    this.#emit("MilestoneClosed", milestone.id, state, milestone.paid);
  }

  #submit(milestone: SimMilestone, n: number): void {
    const claimed = milestone.kind === "Deliverable" ? milestone.amount : part(milestone.amount, n);
    if (claimed > this.held - this.reserved) return;
    milestone.state = "Submitted";
    milestone.claimed = claimed;
    this.reserved += claimed;
    this.#emit("MilestoneSubmitted", milestone.id, id("evidence"), address(2), claimed, 1, "https://x");
  }

  #pay(milestone: SimMilestone, n: number): void {
    const { claimed } = milestone;
    const amount = n % 3 === 0 && claimed > 1n ? claimed - 1n : claimed;
    const finding = amount < claimed ? REDUCED : 0;
    const evidence = id("evidence");
    this.#emit("AuthorisationProposed", milestone.id, evidence, address(1), amount, finding);
    this.#emit("MilestoneAuthorised", milestone.id, evidence, address(3), amount, finding);
    if (milestone.kind !== "Advance")
      this.#emit("MilestoneVerified", milestone.id, evidence, address(0x31), 1);
    milestone.authorised = amount;
    this.reserved -= claimed;
    this.pending -= milestone.amount;
    this.#payOut(milestone, amount);
    this.#close(milestone, PAID);
  }

  #account(milestone: SimMilestone, { a, b }: Step): void {
    const outstanding = milestone.paid - milestone.accepted - milestone.refunded;
    const amount = part(outstanding, a);
    if (amount === 0n || amount > outstanding) return;
    if (b % 2 === 0) {
      milestone.accepted += amount;
      this.#emit("SpendingAccepted", milestone.id, id("report"), amount, 0);
      return;
    }
    milestone.refunded += amount;
    this.refunded += amount;
    this.held += amount;
    this.#emit("AdvanceRefunded", milestone.id, address(0x33), amount);
  }

  #returnExcess(n: number | typeof WHOLE): [string, bigint][] {
    const excess = this.held > this.pending ? this.held - this.pending : 0n;
    let left = n === WHOLE ? excess : part(excess, n);
    if (left > excess) return [];
    const gone: [string, bigint][] = [];
    for (const source of this.sources.toReversed()) {
      const room = source.brought - source.credited;
      const amount = smaller(left, room);
      if (amount === 0n) continue;
      left -= amount;
      source.credited += amount;
      this.#emit("ReturnCredited", source.address, amount);
      this.held -= amount;
      this.returned += amount;
      this.#emit("Returned", source.address, amount);
      gone.push([source.address, amount]);
    }
    return gone;
  }

  #emit(event: string, ...values: unknown[]): void {
    this.#writer.emit("agreement", event, ...values);
  }
}

// SPDX-License-Identifier: Apache-2.0

import { id } from "ethers";
import { smaller } from "#sdk/funds/index.ts";
import { part } from "./books.ts";
import { address, type LogWriter } from "./logs.ts";
import type { Step } from "./simulate.ts";

interface SimMilestone {
  readonly id: number;
  readonly kind: "Deliverable" | "Advance" | "Reimbursement";
  readonly amount: bigint;
  state: "Planned" | "Submitted" | "Verified" | "Paid" | "Cancelled";
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
  readonly #writer: LogWriter;
  #steps = 0;

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
    const terms = this.milestones.map(({ kind, amount }) => [
      KINDS.indexOf(kind),
      20_600,
      amount,
      id("work"),
    ]);
    const conduct = [[address(0x31)], 1, 86_400, address(0x32), 86_400, 5_000, 86_400 * 30, id("list")];
    const whole = [1, address(0x33), terms, ...conduct];
    writer.emit("agreement", "TermsOffered", 1, id("terms"), 1_900_000_000, whole);
    writer.emit("agreement", "TermsAccepted", 1, id("terms"), address(2), this.pending);
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
    if (a % 5 === 0) {
      const amount = part(this.unfunded, b);
      if (amount > 0n && amount <= this.unfunded) this.escrow(address(9), amount);
      return [];
    }
    if (milestone.state === "Planned") this.#submit(milestone, b);
    else if (milestone.state === "Submitted") this.#pay(milestone, b);
    else if (milestone.kind === "Advance" && milestone.state === "Paid") this.#account(milestone, step);
    return b % 4 === 0 ? this.#returnExcess(a) : [];
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
    milestone.paid = amount;
    milestone.state = "Paid";
    this.held -= amount;
    this.paid += amount;
    this.reserved -= claimed;
    this.pending -= milestone.amount;
    this.#emit("MilestonePaid", milestone.id, address(0x33), amount);
    this.#emit("MilestoneClosed", milestone.id, 6, amount);
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

  #returnExcess(n: number): [string, bigint][] {
    const excess = this.held > this.pending ? this.held - this.pending : 0n;
    let left = part(excess, n);
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

// SPDX-License-Identifier: Apache-2.0

import { encodeBytes32String, id, ZeroAddress, ZeroHash } from "ethers";
import { smaller } from "#sdk/funds/index.ts";
import { Treasurer } from "#test/sdk/funds/Treasurer.ts";
import { part } from "./books.ts";
import { address, agreement, asset, contracts, fund, programme } from "./logs.ts";
import { AgreementBooks } from "./partners.ts";
import { Simulation, type Step } from "./simulate.ts";

/** A unit of what donors give; a treasurer labels every coin, so they must stay few. */
const MOST_COINS = 900;
/** A donor's references: some are used more than once. */
export const REFERENCES = ["GIFT-1", "GIFT-2", "GIFT-3"] as const;

export function referenceOf(n: number): string {
  return encodeBytes32String(REFERENCES[n % REFERENCES.length] ?? "");
}

/**
 * A {@link Simulation} whose programme is also paid by a donor fund, which pays an agreement, too. The fund is kept by a
 * {@link Treasurer} with labelled coins; the events say what the contracts would.
 */
export class DonorSimulation extends Simulation {
  readonly treasurer = new Treasurer();
  readonly partner: AgreementBooks;
  /** References of the contributions that donors gave, by their numbers. */
  readonly references = new Map<number, string>();
  /** What each reference was given in all. */
  readonly given = new Map<string, bigint>();
  unattributed = 0n;
  #told = { contributions: 0, allocations: 0 };

  constructor() {
    super();
    const { writer } = this;
    writer.emit("consortium", "OrganisationAdmitted", 2, 1, "Wells", "XM-2", address(2));
    writer.emit("fundFactory", "FundCreated", fund, 1, asset, "Solidarity");
    writer.emit("agreementFactory", "AgreementCreated", agreement, 1, 2, [
      1,
      2,
      asset,
      "0x584f46",
      "Boreholes",
    ]);
    writer.nextBlock();
    this.partner = new AgreementBooks(writer, [fund, address(9)]);
    tellOfCouncil(this);
    writer.nextBlock();
  }

  protected override act(step: Step): void {
    // The first steps are the programme's own, taken before there is a fund.
    if (!("partner" in this)) super.act(step);
    else if (ownAct(step) === undefined) super.act({ ...step, kind: step.kind >> 1 });
    else ownAct(step)?.call(this, step);
  }

  contribute({ a, b }: Step): void {
    const earmark = [null, null, programme, agreement][b % 4] ?? null;
    const amount = 1 + (a % MOST_COINS);
    this.treasurer.give(earmark, amount);
    const reference = referenceOf(a + b);
    this.references.set(this.treasurer.books().contributions.length, reference);
    this.given.set(reference, (this.given.get(reference) ?? 0n) + BigInt(amount));
    this.#tell(reference);
  }

  allocate({ a, b }: Step): void {
    const recipient = Math.floor((a + b) / 7) % 3 === 0 ? agreement : programme;
    const there = this.treasurer.available(recipient);
    const most = recipient === agreement ? Number(this.partner.unfunded) : there;
    const amount = Math.min(there, most, 1 + (a % MOST_COINS));
    if (amount === 0) return;
    this.treasurer.allocate(recipient, amount);
    this.#tell(ZeroHash);
    const units = BigInt(amount);
    if (recipient === agreement) {
      this.partner.escrow(fund, units);
      return;
    }
    this.free += units;
    this.funded += units;
    this.writer.emit("programme", "Funded", fund, fund, units);
  }

  /** The programme gives money back to the fund: at most what it got of it, as sensible officers would. */
  returnToFund({ a }: Step): void {
    const held = this.treasurer.held(programme);
    const free = smaller(this.free, held);
    const amount = part(free, a);
    if (amount === 0n || amount > free) return;
    this.free -= amount;
    this.returned += amount;
    this.writer.emit("programme", "UnspentReturned", fund, amount);
    this.#takeBack(programme, amount);
  }

  /** More than it ever got of the fund: what is beyond that, the fund can attribute to no contribution. */
  returnTooMuch({ a }: Step): void {
    const held = this.treasurer.held(programme);
    const amount = smaller(this.free, held + BigInt(a % MOST_COINS));
    if (amount <= held) return;
    this.free -= amount;
    this.returned += amount;
    this.unattributed += amount - held;
    this.writer.emit("programme", "UnspentReturned", fund, amount);
    this.#takeBack(programme, amount, held);
    this.writer.emit("fund", "ReturnUnattributed", programme, amount - held);
  }

  /** What was given for the agreement alone, once it is closed, is free for others. */
  releaseEarmark(): void {
    if (!this.partner.isClosed) return;
    this.treasurer.release(agreement);
    this.#tell(ZeroHash);
  }

  workOnAgreement(step: Step): void {
    for (const [source, amount] of this.partner.step(step)) {
      if (source === fund) this.#takeBack(agreement, amount);
    }
  }

  #takeBack(recipient: string, amount: bigint, attributed = amount): void {
    this.writer.emit("fund", "ReturnTaken", recipient, amount);
    this.treasurer.return(recipient, Number(attributed));
    this.#tell(ZeroHash);
  }

  /** Emit what is new in the treasurer's books. */
  #tell(reference: string): void {
    const { contributions, allocations } = this.treasurer.books();
    const { writer } = this;
    /** Lifting an earmark is an allocation whose money comes back to another pot; one event says both. */
    const isLifted = (parent: { readonly allocation: number }, pot: string | null) =>
      allocations[parent.allocation - 1]?.earmark !== pot;
    const lifted = new Set(
      contributions.flatMap(({ parent, earmark }) =>
        parent !== null && isLifted(parent, earmark) ? [parent.allocation] : [],
      ),
    );
    for (const { id: number, recipient, earmark, from, to } of allocations
      .slice(this.#told.allocations)
      .filter((one) => !lifted.has(one.id)))
      writer.emit("fund", "Allocated", number, recipient, reference, earmark ?? ZeroAddress, to - from, from);
    for (const { id: number, donor, earmark, from, to, parent } of contributions.slice(
      this.#told.contributions,
    )) {
      const pot = earmark ?? ZeroAddress;
      if (parent === null)
        writer.emit("fund", "Contributed", number, address(77), reference, pot, to - from, from);
      else if (isLifted(parent, earmark))
        writer.emit(
          "fund",
          "EarmarkReleased",
          ...[number, parent.allocation, donor, to - from, from, parent.from, id("closed")],
        );
      else
        writer.emit(
          "fund",
          "AllocationReturned",
          number,
          parent.allocation,
          donor,
          pot,
          to - from,
          from,
          parent.from,
        );
    }
    this.#told = { contributions: contributions.length, allocations: allocations.length };
  }
}

/** A vote that carries, one that is blocked, one that waits, and a new epoch. */
function tellOfCouncil({ writer }: DonorSimulation): void {
  const members = [1, 2, 3].map((n) => [address(0x100 + n), id(`member ${n}`)]);
  const settings = [2, 2, 3_600, 1_209_600, 86_400 * 7];
  writer.emit("council", "Reconfigured", 1, members, [], settings);
  for (const proposal of [1, 2, 3]) {
    const call = [contracts.consortium, "0x12345678"];
    writer.emit("council", "ProposalMade", proposal, address(0x101), 0, [call], id(`why ${proposal}`), "");
    writer.emit("council", "ProposalApproved", proposal, address(0x101), 1, 2);
  }
  writer.emit("council", "ProposalApproved", 1, address(0x102), 2, 2);
  writer.emit("council", "ProposalQueued", 1, 1_780_000_000);
  writer.emit("council", "ProposalObjected", 2, address(0x102), 1, 2);
  writer.emit("council", "ProposalObjected", 2, address(0x103), 2, 2);
  writer.emit("council", "ProposalCancelled", 2);
  writer.nextBlock();
  writer.emit("council", "ProposalExecuted", 1, address(5));
  writer.emit("council", "Reconfigured", 2, [], [address(0x103)], settings);
}

const D = DonorSimulation.prototype;
const DONOR_ACTS = [
  D.contribute,
  D.allocate,
  D.workOnAgreement,
  D.returnToFund,
  D.allocate,
  D.workOnAgreement,
  D.returnTooMuch,
  D.workOnAgreement,
  D.releaseEarmark,
  D.workOnAgreement,
];

/** Whether the step takes money back from the programme. */
export function isReturn({ kind }: Pick<Step, "kind">): boolean {
  const act = ownAct({ kind });
  return act === D.returnToFund || act === D.returnTooMuch;
}

/** Every other kind is the donors', so that every act of both is reached. */
function ownAct({ kind }: Pick<Step, "kind">) {
  return kind % 2 === 0 ? DONOR_ACTS[(kind >> 1) % DONOR_ACTS.length] : undefined;
}

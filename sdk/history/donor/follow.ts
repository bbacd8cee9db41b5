// SPDX-License-Identifier: Apache-2.0

import { FundTrace, MoneyLine, type Step } from "#sdk/funds/index.ts";
import { textOfReference } from "../codes.ts";
import { MONEY_STATES, type MoneyState } from "../entryKinds.ts";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type { FollowPart, FollowStep, FollowView, PartStage, Ref } from "../shapes/index.ts";
import { Directory } from "./directory.ts";
import { contributionView } from "./funds.ts";
import { lineOfAgreement, lineOfProgramme, type NamedUse } from "./uses.ts";

/** A use of some recipient's money. */
interface RecipientUse extends NamedUse {
  readonly recipient: Ref | null;
}

const WAITING: Omit<RecipientUse, "amount" | "recipient" | "stage"> = {
  cycle: null,
  shop: null,
  settlement: null,
  milestone: null,
  day: null,
  transaction: null,
};

/** What has come furthest first. */
const STAGES: readonly PartStage[] = [
  "reconciled",
  "settled",
  "redeemed",
  "reserved",
  "fees",
  "free",
  "returning",
  "waiting",
  "unexplained",
];

/**
 * Follow what was given to a fund under a reference to where it is now, first in, first out, to the unit: through the fund by its own
 * books, then through each recipient's money. Parts add up to what was given.
 * @param fundAddress Checksummed.
 * @param reference 32 bytes, lower case.
 * @returns undefined where nothing was given under it.
 */
export async function followOf(
  read: ReadRows,
  fundAddress: string,
  reference: string,
): Promise<FollowView | undefined> {
  const directory = await Directory.read(read);
  const fund = directory.funds.find(({ address }) => address === fundAddress);
  if (fund === undefined) return undefined;
  const contributions = await read("contributions", { fund: fundAddress });
  const given = contributions.filter((one) => one.reference === reference).toSorted((a, b) => a.id - b.id);
  if (given.length === 0) return undefined;
  const allocations = await read("allocations", { fund: fundAddress });
  const follower = new Follower(read, directory, fundAddress, { contributions, allocations });
  for (const { id } of given) await follower.follow(id);
  const contributed = given.reduce((sum, { first, last }) => sum + last - first, 0n);
  return {
    fund: { kind: "fund", address: fundAddress, name: fund.name },
    currency: directory.currency(fund.asset),
    reference,
    referenceText: textOfReference(reference),
    contributions: given.map((one) => contributionView(one, directory)),
    contributed: contributed.toString(),
    ...(await follower.found(contributed)),
  };
}

interface Books {
  readonly contributions: readonly Row<"contributions">[];
  readonly allocations: readonly Row<"allocations">[];
}

class Follower {
  readonly #read: ReadRows;
  readonly #directory: Directory;
  readonly #fund: string;
  readonly #allocations: ReadonlyMap<number, Row<"allocations">>;
  readonly #trace: FundTrace;
  readonly #lines = new Map<string, MoneyLine<NamedUse>>();
  /** Where each allocation begins in all that the recipient ever got of the fund. */
  readonly #beginnings = new Map<number, bigint>();
  readonly #steps = new Map<number, { amount: bigint; returned: bigint }>();
  readonly #parts = new Map<string, RecipientUse>();

  constructor(read: ReadRows, directory: Directory, fund: string, books: Books) {
    this.#read = read;
    this.#directory = directory;
    this.#fund = fund;
    this.#allocations = new Map(books.allocations.map((allocation) => [allocation.id, allocation]));
    this.#trace = traceOf(books);
    const reached = new Map<string, bigint>();
    for (const { id, kind, recipient, first, last } of books.allocations.toSorted((a, b) => a.id - b.id)) {
      if (kind !== "allocated") continue;
      const place = reached.get(recipient) ?? 0n;
      this.#beginnings.set(id, place);
      reached.set(recipient, place + last - first);
    }
  }

  async follow(contribution: number): Promise<void> {
    const journey = this.#trace.follow(contribution);
    if (journey === undefined) return;
    this.#add({ ...WAITING, recipient: null, stage: "waiting", amount: journey.waiting });
    for (const step of journey.steps) {
      const { id } = step.allocation;
      // Lifting an earmark moves no money.
      if (!this.#beginnings.has(id)) continue;
      const known = this.#steps.get(id) ?? { amount: 0n, returned: 0n };
      this.#steps.set(id, {
        amount: known.amount + step.amount,
        returned: known.returned + step.returned,
      });
      await this.#followStep(step);
    }
  }

  async found(contributed: bigint): Promise<Pick<FollowView, "steps" | "parts" | "states">> {
    const shops = await this.#shops();
    const uses = [...this.#parts.values()].toSorted(byProgress);
    return {
      steps: [...this.#steps].toSorted(([a], [b]) => a - b).flatMap(([id, step]) => this.#step(id, step)),
      parts: uses.map((use) => partView(use, shops)),
      states: MONEY_STATES.map((state) => ({ state, amount: this.#reached(state, contributed).toString() })),
    };
  }

  async #followStep({ allocation, kept }: Step): Promise<void> {
    const recipient = this.#directory.recipient(allocation.recipient);
    const line = await this.#line(recipient);
    const beginning = this.#beginnings.get(allocation.id) ?? 0n;
    for (const { from, to } of kept) {
      for (const { use, amount } of line.follow(this.#fund, { from: beginning + from, to: beginning + to })) {
        if (use === "returned") this.#add({ ...WAITING, recipient, stage: "returning", amount });
        else if (use === "unexplained") this.#add({ ...WAITING, recipient, stage: "unexplained", amount });
        else this.#add({ ...use, recipient, amount });
      }
    }
  }

  async #line(recipient: Ref): Promise<MoneyLine<NamedUse>> {
    const known = this.#lines.get(recipient.address);
    if (known !== undefined) return known;
    const { programmes, agreements } = this.#directory;
    const programme = programmes.find(({ address }) => address === recipient.address);
    const agreement = agreements.find(({ address }) => address === recipient.address);
    let line = new MoneyLine<NamedUse>([], []);
    if (programme !== undefined) line = await lineOfProgramme(this.#read, programme);
    if (agreement !== undefined) line = await lineOfAgreement(this.#read, agreement);
    this.#lines.set(recipient.address, line);
    return line;
  }

  #add(use: RecipientUse): void {
    if (use.amount === 0n) return;
    const { stage, recipient, cycle, shop, settlement, milestone, transaction } = use;
    const key = [stage, recipient?.address, cycle, shop, settlement, milestone, transaction].join("|");
    const known = this.#parts.get(key);
    this.#parts.set(key, known === undefined ? use : { ...known, amount: known.amount + use.amount });
  }

  #step(id: number, { amount, returned }: { amount: bigint; returned: bigint }): FollowStep[] {
    const allocation = this.#allocations.get(id);
    if (allocation === undefined) return [];
    const { recipient, day, transaction } = allocation;
    return [
      {
        allocation: id,
        recipient: this.#directory.recipient(recipient),
        amount: amount.toString(),
        returned: returned.toString(),
        day,
        transaction,
      },
    ];
  }

  /** Codes of the shops that parts name. */
  async #shops(): Promise<ReadonlyMap<string, string>> {
    const codes = new Map<string, string>();
    for (const programme of this.#lines.keys()) {
      for (const { id, code } of await this.#read("shops", { programme }))
        codes.set(`${programme} ${id}`, code);
    }
    return codes;
  }

  /** What of the money ever was in a state; see FollowView. */
  #reached(state: MoneyState, contributed: bigint): bigint {
    const steps = [...this.#steps.values()];
    if (state === "contributed") return contributed;
    if (state === "allocated") return steps.reduce((sum, { amount }) => sum + amount, 0n);
    if (state === "returned") return steps.reduce((sum, { returned }) => sum + returned, 0n);
    const stages = BEYOND[state];
    const isOfCycles = state === "reserved" || state === "redeemed";
    return [...this.#parts.values()].reduce((sum, { stage, recipient, amount }) => {
      const counts = stages.includes(stage) && (!isOfCycles || recipient?.kind === "programme");
      return counts ? sum + amount : sum;
    }, 0n);
  }
}

/** The stages in which money has reached a state. */
const BEYOND: Readonly<
  Record<Exclude<MoneyState, "contributed" | "allocated" | "returned">, readonly PartStage[]>
> = {
  reserved: ["reserved", "redeemed", "settled", "reconciled"],
  redeemed: ["redeemed", "settled", "reconciled"],
  settled: ["settled", "reconciled"],
  reconciled: ["reconciled"],
};

function traceOf({ contributions, allocations }: Books): FundTrace {
  return new FundTrace({
    contributions: contributions.map(({ id, donor, earmark, first, last, parent, parentFirst }) => ({
      id,
      donor: donor ?? "",
      earmark,
      from: first,
      to: last,
      parent: parent === null ? null : { allocation: parent, from: parentFirst ?? 0n },
    })),
    allocations: allocations.map(({ id, recipient, isEarmarked, first, last, returned }) => ({
      id,
      recipient,
      earmark: isEarmarked ? recipient : null,
      from: first,
      to: last,
      returned,
    })),
  });
}

function byProgress(a: RecipientUse, b: RecipientUse): number {
  return (
    STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) ||
    compare(a.recipient?.address ?? "", b.recipient?.address ?? "") ||
    (a.cycle ?? 0) - (b.cycle ?? 0) ||
    (a.shop ?? 0) - (b.shop ?? 0) ||
    (a.settlement ?? 0) - (b.settlement ?? 0) ||
    (a.milestone ?? 0) - (b.milestone ?? 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function partView(use: RecipientUse, codes: ReadonlyMap<string, string>): FollowPart {
  const { stage, amount, recipient, cycle, shop, settlement, milestone, day, transaction } = use;
  const code = codes.get(`${recipient?.address} ${shop}`) ?? "";
  return {
    stage,
    amount: amount.toString(),
    recipient,
    cycle,
    shop: shop === null ? null : { id: shop, code },
    settlement,
    milestone,
    day,
    transaction,
  };
}

// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { id } from "ethers";
import { type Agreement, type Milestone, nextSteps } from "#sdk/agreements/index.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";

const NOW = 1_790_000_000;
const DAY = 86_400;

const PLANNED: Milestone = {
  milestone: 1,
  state: "Planned",
  kind: "Deliverable",
  finding: "None",
  dueDay: 20_800,
  since: 0,
  verifications: 0,
  termsVersion: 1,
  quorum: 2,
  amount: amountOf(100n),
  claimed: ZERO,
  authorised: ZERO,
  paid: ZERO,
  isDecided: false,
  description: id("what is to be done"),
};

const SUBMITTED: Milestone = {
  ...PLANNED,
  state: "Submitted",
  since: NOW,
  periodEndsAt: NOW + DAY,
  claimed: amountOf(100n),
  evidence: id("evidence"),
};

function agreementWith(milestone: Milestone, more: Partial<Agreement> = {}): Agreement {
  return {
    address: "0x1111111111111111111111111111111111111111",
    agency: 1,
    partner: 2,
    asset: "0x2222222222222222222222222222222222222222",
    title: "Wells",
    state: "Active",
    version: 1,
    money: {
      committed: amountOf(100n),
      pending: amountOf(100n),
      escrowed: amountOf(100n),
      paid: ZERO,
      refunded: ZERO,
      returned: ZERO,
      held: amountOf(100n),
      reserved: milestone.claimed,
      credited: ZERO,
      unfunded: ZERO,
      excess: ZERO,
    },
    milestones: [milestone],
    ...more,
  };
}

/** Steps as short lines: who, what, and (may) where nobody waits for it. */
function lines(agreement: Agreement, now = NOW): string[] {
  return nextSteps(agreement, now).map(
    ({ step, by, isWaitedFor }) => `${by.join("/")} ${step}${isWaitedFor ? "" : " (may)"}`,
  );
}

describe("who must do what next", () => {
  it("asks for terms, then for the partner's signature, while the offer stands", () => {
    const proposed = agreementWith(PLANNED, { state: "Proposed", version: 0, milestones: [] });
    assert.deepEqual(lines(proposed), ["Finance/Approver offerTerms"]);
    const offered = { ...proposed, offer: { termsHash: id("terms"), lapsesAt: NOW } };
    assert.deepEqual(lines(offered), ["PartnerAdministrator acceptTerms"]);
    assert.deepEqual(lines(offered, NOW + 1), ["Finance/Approver offerTerms"]);
  });

  it("asks for money before it asks for evidence", () => {
    const { money } = agreementWith(PLANNED);
    const unfunded = agreementWith(PLANNED, {
      money: { ...money, held: amountOf(99n), unfunded: amountOf(1n) },
    });
    assert.deepEqual(lines(unfunded), ["Source fund"]);
    assert.deepEqual(lines(agreementWith(PLANNED)), ["PartnerPreparer submit"]);
  });

  it("asks monitors and agency side by side, and lets the partner dispute their silence", () => {
    assert.deepEqual(lines(agreementWith(SUBMITTED)), ["Monitor verify", "Finance proposeAuthorisation"]);
    const proposed = { ...SUBMITTED, proposed: { amount: amountOf(100n), by: "0x3333" } };
    assert.deepEqual(lines(agreementWith(proposed)), ["Monitor verify", "Approver authorise"]);
    const authorised = { ...SUBMITTED, authorised: amountOf(100n) };
    assert.deepEqual(lines(agreementWith(authorised), NOW + DAY), ["Monitor verify"]);
    assert.deepEqual(lines(agreementWith(authorised), NOW + DAY + 1), [
      "Monitor verify",
      "PartnerAdministrator dispute (may)",
    ]);
    const verified: Milestone = { ...SUBMITTED, state: "Verified", verifications: 2 };
    assert.deepEqual(lines(agreementWith(verified)), ["Finance proposeAuthorisation"]);
  });

  it("does not ask monitors about an advance, nor for a second one", () => {
    const request: Milestone = { ...SUBMITTED, kind: "Advance" };
    assert.deepEqual(lines(agreementWith(request)), ["Finance proposeAuthorisation"]);
    const second: Milestone = { ...PLANNED, milestone: 2, kind: "Advance" };
    const open = { milestone: 1, outstanding: amountOf(5n), reported: ZERO };
    assert.deepEqual(lines(agreementWith(second, { advance: open })), ["PartnerPreparer accountForAdvance"]);
    assert.deepEqual(lines(agreementWith(second, { advance: { ...open, reported: amountOf(5n) } })), [
      "Finance/Approver acceptSpending",
    ]);
  });

  it("lets a returned milestone be submitted anew, or disputed in time", () => {
    const returned: Milestone = { ...SUBMITTED, state: "Returned", finding: "NoProofOfPayment" };
    assert.deepEqual(lines(agreementWith(returned)), [
      "PartnerPreparer submit",
      "PartnerAdministrator/Agency dispute (may)",
    ]);
    assert.deepEqual(lines(agreementWith(returned), NOW + DAY + 1), ["PartnerPreparer submit"]);
  });

  it("keeps a reduction open, then asks anyone to close it, and to repeat a refused payment", () => {
    const reduced: Milestone = {
      ...SUBMITTED,
      state: "Verified",
      authorised: amountOf(60n),
      paid: amountOf(60n),
    };
    assert.deepEqual(lines(agreementWith(reduced)), ["PartnerAdministrator dispute (may)"]);
    assert.deepEqual(lines(agreementWith(reduced), NOW + DAY + 1), ["Anyone closeReduction"]);
    const refused: Milestone = { ...reduced, paid: ZERO, isDecided: true };
    assert.deepEqual(lines(agreementWith(refused)), ["Anyone payAgain"]);
  });

  it("waits for the arbiter, then for the default", () => {
    const disputed: Milestone = { ...SUBMITTED, state: "Disputed" };
    assert.deepEqual(lines(agreementWith(disputed)), ["Arbiter decide"]);
    assert.deepEqual(lines(agreementWith(disputed), NOW + DAY + 1), ["Anyone applyDefault"]);
  });

  it("ends when the notice has run out, or when nothing is open", () => {
    const notice = { party: "Agency", endsAt: NOW } as const;
    assert.deepEqual(lines(agreementWith(PLANNED, { notice }), NOW - 1), ["PartnerPreparer submit"]);
    assert.deepEqual(lines(agreementWith(PLANNED, { notice })), ["Anyone terminate"]);
    const paid: Milestone = { ...SUBMITTED, state: "Paid", authorised: amountOf(100n), paid: amountOf(100n) };
    const { money } = agreementWith(paid);
    const over = agreementWith(paid, { money: { ...money, pending: ZERO } });
    assert.deepEqual(lines(over), ["Agency/PartnerAdministrator complete"]);
    assert.deepEqual(lines({ ...over, state: "Completed" }), []);
  });
});

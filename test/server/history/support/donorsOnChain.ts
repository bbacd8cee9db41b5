// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type JsonRpcProvider, id as keccakOfText, type Result, ZeroAddress } from "ethers";
import {
  ICouncil__factory,
  type IDonorFund,
  IDonorFund__factory,
  type IMilestoneAgreement,
  IMilestoneAgreement__factory,
} from "#bindings/index.ts";
import { FINDINGS, MILESTONE_KINDS, MILESTONE_STATES } from "#sdk/agreements/names.ts";
import {
  type AgreementDetail,
  agreementOf,
  councilOf,
  followOf,
  fundOf,
  overviewOf,
  PROPOSAL_STATES,
  type ReadRows,
} from "#sdk/history/index.ts";

/** Everything that the index says of donors' money, agreements and the council, against what the contracts say. */
export async function assertDonorsAgree(read: ReadRows, provider: JsonRpcProvider): Promise<void> {
  for (const { address } of await read("funds"))
    await assertFund(read, IDonorFund__factory.connect(address, provider), address);
  for (const { address } of await read("agreements"))
    await assertAgreement(read, IMilestoneAgreement__factory.connect(address, provider), address);
  await assertCouncil(read, provider);
  for (const asset of (await overviewOf(read)).assets) assert.equal(asset.unexplained, "0", asset.asset);
}

async function assertFund(read: ReadRows, contract: IDonorFund, address: string): Promise<void> {
  const view = await fundOf(read, address);
  const { contributed, returned, allocated, unbooked } = await contract.totals();
  assert.deepEqual([view?.contributed, view?.returned, view?.allocated, view?.unbooked].map(bigintOf), [
    contributed,
    returned,
    allocated,
    unbooked,
  ]);
  for (const { earmark, contributed: joined, allocated: left } of view?.pots ?? []) {
    const pot = await contract.potOf(earmark?.address ?? ZeroAddress);
    assert.deepEqual([joined, left].map(bigintOf), [pot.contributed, pot.allocated]);
  }
  const contributions = await read("contributions", { fund: address });
  assert.equal(BigInt(contributions.length + 1), await contract.nextContributionId());
  for (const row of contributions) {
    const { donor, earmark, from, to, parent, parentFrom } = await contract.contributionOf(row.id);
    const ours = [row.donor ?? ZeroAddress, row.earmark ?? ZeroAddress, row.first, row.last];
    assert.deepEqual(
      [...ours, BigInt(row.parent ?? 0), row.parentFirst ?? 0n],
      [donor, earmark, from, to, parent, parentFrom],
    );
  }
  const allocations = await read("allocations", { fund: address });
  assert.equal(BigInt(allocations.length + 1), await contract.nextAllocationId());
  for (const row of allocations) {
    const { recipient, earmark, from, to, returned: back } = await contract.allocationOf(row.id);
    const ours = [
      row.recipient,
      row.isEarmarked ? row.recipient : ZeroAddress,
      row.first,
      row.last,
      row.returned,
    ];
    assert.deepEqual(ours, [recipient, earmark, from, to, back]);
  }
  for (const reference of new Set(contributions.flatMap((row) => row.reference ?? []))) {
    const followed = await followOf(read, address, reference);
    const parts = (followed?.parts ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    assert.equal(parts, bigintOf(followed?.contributed), `parts of ${reference}`);
  }
}

async function assertAgreement(
  read: ReadRows,
  contract: IMilestoneAgreement,
  address: string,
): Promise<void> {
  const view = await agreementOf(read, address);
  assert.ok(view);
  const money: Readonly<Record<string, unknown>> = ((await contract.money()) as unknown as Result).toObject();
  for (const [name, amount] of Object.entries(view.money))
    assert.equal(BigInt(amount), money[name], `${name} of ${view.title}`);
  assert.equal(BigInt(view.version), await contract.version());
  assert.equal(BigInt(view.milestones), await contract.milestones());
  assert.equal((await contract.offer()).termsHash === view.offer?.termsHash, view.offer !== null);
  for (const milestone of view.items) await assertMilestone(contract, milestone);
  const advance = await contract.advance();
  assert.equal(BigInt(view.outstanding), advance.outstanding);
  for (const { source, brought, credited, returned } of view.sources) {
    const theirs = await contract.sourceOf(source);
    assert.deepEqual([brought, credited, returned].map(bigintOf), [
      theirs.brought,
      theirs.credited,
      theirs.returned,
    ]);
  }
}

async function assertMilestone(
  contract: IMilestoneAgreement,
  ours: AgreementDetail["items"][number],
): Promise<void> {
  const theirs = await contract.milestoneOf(ours.id);
  assert.deepEqual(
    [ours.state, ours.kind, ours.finding],
    [
      MILESTONE_STATES[Number(theirs.state)],
      MILESTONE_KINDS[Number(theirs.kind)],
      FINDINGS[Number(theirs.finding)],
    ],
    `milestone ${ours.id}`,
  );
  assert.deepEqual(
    [ours.amount, ours.claimed, ours.authorised, ours.paid].map(bigintOf),
    [theirs.amount, theirs.claimed, theirs.authorised, theirs.paid],
    `milestone ${ours.id}`,
  );
  assert.equal(BigInt(ours.verifications), theirs.verifications);
}

async function assertCouncil(read: ReadRows, provider: JsonRpcProvider): Promise<void> {
  const now = (await provider.getBlock("latest"))?.timestamp ?? 0;
  const view = await councilOf(read, now);
  if (view.address === null) return;
  const council = ICouncil__factory.connect(view.address, provider);
  assert.equal(BigInt(view.epoch), await council.epoch());
  const members = (await council.members()).map(({ account, nameHash }) => ({ account, nameHash }));
  assert.deepEqual(
    view.members,
    members.toSorted((a, b) => (a.account < b.account ? -1 : 1)),
  );
  for (const { name, nameHash } of view.organisations) assert.equal(nameHash, keccakOfText(name));
  assert.equal(BigInt(view.proposals.length), await council.proposals());
  for (const { id, state, approvals, objections, readyAt } of view.proposals) {
    const theirs = await council.proposalOf(id);
    assert.equal(state, PROPOSAL_STATES[Number(theirs.state)]);
    // The contract forgets the votes of earlier epochs, the history does not.
    if (state === "Executed" || state === "Cancelled") continue;
    assert.deepEqual(
      [BigInt(approvals.length), BigInt(objections.length), BigInt(readyAt ?? 0)],
      [theirs.approvals, theirs.objections, theirs.readyAt],
    );
  }
}

function bigintOf(text: string | undefined): bigint {
  return BigInt(text ?? -1);
}

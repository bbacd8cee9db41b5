// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { encodeBytes32String, getAddress, id, ZeroAddress, ZeroHash } from "ethers";
import { actRule, readAct } from "#sdk/agency/index.ts";
import {
  acceptUnattributed,
  allocate,
  contributeEtherCall,
  FUND,
  type FundPot,
  type FundRecipient,
  fundSteps,
  releaseEarmark,
} from "#sdk/funds/desk/index.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";

const RECIPIENT = getAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
const FUND_ADDRESS = getAddress(`0x${"12".repeat(20)}`);

function recipient(isClosed: boolean): FundRecipient {
  return {
    kind: "programme",
    address: RECIPIENT,
    name: "Market",
    organisation: 1,
    isClosed,
    hasRecorded: true,
  };
}

function pot(balance: bigint, unbooked: bigint, isClosed = false): FundPot {
  const amounts = { balance: amountOf(balance), unbooked: amountOf(unbooked) };
  return { recipient: recipient(isClosed), joined: amountOf(balance), left: ZERO, ...amounts };
}

const unearmarked: FundPot = { joined: amountOf(900n), left: ZERO, balance: amountOf(900n), unbooked: ZERO };

function steps(pots: readonly FundPot[], unattributed = 0n, acts: Parameters<typeof fundSteps>[1] = []) {
  const nothing = { contributed: ZERO, returned: ZERO, allocated: ZERO, balance: ZERO, unbooked: ZERO };
  const money = { ...nothing, unattributed: amountOf(unattributed) };
  return fundSteps({ money, pots: [unearmarked, ...pots] }, acts).map(
    ({ step, amount }) => `${step} ${amount}`,
  );
}

describe("what waits for finance in a fund", () => {
  it("is nothing while only money for any recipient waits", () => {
    assert.deepEqual(steps([]), []);
    assert.deepEqual(steps([pot(0n, 0n)]), []);
  });

  it("is earmarked money, returns that are not booked, and money that came unasked", () => {
    assert.deepEqual(steps([pot(50n, 7n)], 3n), ["book 7", "allocate 50", "accept 3"]);
  });

  it("is the release of what is earmarked for a closed recipient, which can take nothing", () => {
    assert.deepEqual(steps([pot(50n, 0n, true)]), ["release 50"]);
  });

  it("is not what is proposed already for the same recipient", () => {
    const args = { recipient: RECIPIENT };
    assert.deepEqual(steps([pot(50n, 0n)], 3n, [{ name: "allocate", args }]), ["accept 3"]);
    assert.deepEqual(steps([pot(50n, 0n)], 3n, [{ name: "acceptUnattributed", args: {} }]), ["allocate 50"]);
    const other = { recipient: ZeroAddress };
    assert.deepEqual(steps([pot(50n, 0n)], 0n, [{ name: "allocate", args: other }]), ["allocate 50"]);
  });
});

describe("a fund's acts and calls", () => {
  it("say in their calldata what was meant, and have the contract's rules", () => {
    const paying = allocate({ expectedId: 3, recipient: RECIPIENT, amount: 25n, reference: "R-1" });
    assert.deepEqual(readAct(paying), {
      name: "allocate",
      args: {
        expectedId: 3n,
        recipient: RECIPIENT,
        amount: 25n,
        allocationReference: encodeBytes32String("R-1"),
      },
    });
    const accepting = readAct(acceptUnattributed({ amount: 5n, reference: "" }));
    assert.deepEqual(accepting.args, { amount: 5n, earmark: ZeroAddress, donorReference: ZeroHash });
    const document = id("consent");
    assert.deepEqual(readAct(releaseEarmark(RECIPIENT, document)).args, { recipient: RECIPIENT, document });
    const rule = { proposer: "Finance", approver: "Approver" };
    assert.deepEqual(actRule("allocate"), { ...rule, wait: 0 });
    assert.deepEqual(actRule("acceptUnattributed"), { ...rule, wait: 0 });
    assert.deepEqual(actRule("releaseEarmark"), { ...rule, wait: 14 * 86_400 });
  });

  it("send ether in wei for what is meant in ledger units", () => {
    const fund = { address: FUND_ADDRESS, assetScale: 10n ** 12n };
    const giving = { donor: RECIPIENT, amount: 1_250_000n, reference: "ETH-1", earmark: undefined };
    const call = contributeEtherCall(fund, giving);
    assert.equal(call.value, 1_250_000_000_000_000_000n);
    const [earmark, reference] = FUND.decodeFunctionData("contributeEther", call.data);
    assert.deepEqual([earmark, reference], [ZeroAddress, encodeBytes32String("ETH-1")]);
  });

  it("refuse a reference that the ledger cannot keep as text", () => {
    const act = () => allocate({ expectedId: 1, recipient: RECIPIENT, amount: 1n, reference: "été" });
    assert.throws(act, /AGENCY-301|does not fit/);
  });
});

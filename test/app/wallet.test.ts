// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeError } from "ethers";
import { UserRejectedRequestError } from "viem";
import { signInProblem } from "#app/shared/office/signInProblem.ts";
import { walletError } from "#app/shared/wallet/errors.ts";
import { redactHex } from "#app/shared/wallet/redact.ts";
import { isRejection } from "#app/shared/wallet/rejection.ts";
import { AnnonaError } from "#sdk/errors/index.ts";

const declined = Object.assign(new Error("User rejected the request."), { code: 4001 });

test("a declined signature is recognised however it was wrapped", () => {
  const byEthers = makeError("user rejected action", "ACTION_REJECTED", {
    action: "sendTransaction",
    reason: "rejected",
    info: { error: declined },
  });
  const byViem = new UserRejectedRequestError(declined);
  const inside = new Error("could not coalesce error", { cause: { info: { error: declined } } });
  for (const error of [declined, byEthers, byViem, inside]) assert.equal(isRejection(error), true);
});

test("a fault is not taken for a decision", () => {
  const fault = Object.assign(new Error("Internal error"), { code: -32_603 });
  const around = Object.assign(new Error("outer"), { cause: fault });
  for (const error of [fault, around, undefined, null, "4001", { code: 4902 }]) {
    assert.equal(isRejection(error), false);
  }
});

test("errors that go round in circles end the search", () => {
  const circle: { cause?: unknown } = {};
  circle.cause = circle;
  assert.equal(isRejection(circle), false);
});

test("calldata, signatures and addresses are shown by their ends only", () => {
  const address = `0x${"12".repeat(20)}`;
  assert.equal(
    redactHex(`from ${address}, data 0x${"ab".repeat(400)}`),
    "from 0x1212…1212, data 0xabab…abab",
  );
  assert.equal(redactHex("error 0x08c379a0 in block 0x12"), "error 0x08c379a0 in block 0x12");
});

test("what a wallet says is quoted from its own error, short and without long hex", () => {
  const own = { code: -32_000, message: `nonce too low for 0x${"cd".repeat(40)} ${"x".repeat(500)}` };
  const error = walletError("walletFailed", new Error("could not coalesce error", { cause: own }));
  assert.equal(error.code, "ACT-104");
  assert.match(error.summary, /nonce too low for 0xcdcd…cdcd x+…/);
  assert.ok(error.summary.length < 300);
  assert.doesNotMatch(error.summary, /coalesce/);
});

test("signing in: declining is no error, the office's own words are kept, all else is the wallet's", () => {
  assert.equal(signInProblem(null), undefined);
  assert.equal(signInProblem(declined), "declined");
  const ofOffice = new AnnonaError({ code: "OFFICE-109", summary: "No role here.", next: "Ask." });
  assert.equal(signInProblem(ofOffice), ofOffice);
  const other = signInProblem(new Error("locked"));
  assert.ok(other instanceof AnnonaError && other.code === "ACT-104");
});

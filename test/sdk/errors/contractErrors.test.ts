// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Interface, id, makeError, zeroPadValue } from "ethers";
import { ContractRefusal, contractRefusal } from "#sdk/errors/contractErrors.ts";
import { CONTRACT_SENTENCES } from "#sdk/errors/contractSentences.ts";
import { CONTRACT_WORDS } from "#sdk/errors/contractWords.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

interface AbiError {
  readonly type: "error";
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly type: string }[];
}

/** Contracts for tests have errors of their own. */
const isForUse = (file: string) => !file.startsWith("testing/");

/** Every custom error in the ABI of a contract, with where it stands. */
function findErrors(isSought = isForUse): { file: string; error: AbiError }[] {
  const files = globSync("artifacts/contracts/**/*.sol/*.json", { cwd: PROJECT });
  return files.flatMap((path) => {
    const file = path.replaceAll("\\", "/").replace("artifacts/contracts/", "");
    // A contract that is gone from the sources can leave its artifact behind.
    const source = file.slice(0, file.lastIndexOf("/"));
    if (!existsSync(`${PROJECT}contracts/${source}`) || !isSought(file)) return [];
    const { abi } = JSON.parse(readFileSync(`${PROJECT}${path}`, "utf8")) as { abi: { type: string }[] };
    return abi.filter((item): item is AbiError => item.type === "error").map((error) => ({ file, error }));
  });
}

const errors = findErrors();
/** What a token with permits adds: agencies pay in such tokens, which are not ours. */
const tokenErrors = findErrors((file) => file.startsWith("testing/DemoDollar.sol"));

/** An error of ethers as a reverted call raises it. */
function reverted(signature: string, values: readonly unknown[]): Error {
  const face = new Interface([signature]);
  const name = /error (\w+)/.exec(signature)?.[1] ?? "";
  const data = face.encodeErrorResult(name, values);
  return makeError("execution reverted", "CALL_EXCEPTION", {
    action: "call",
    data,
    reason: null,
    transaction: { to: null, data: "0x" },
    invocation: null,
    revert: null,
  });
}

describe("every refusal of a contract has words", () => {
  test("the contracts have errors", () => assert.ok(errors.length > 80, `${errors.length} errors`));

  test("each has a sentence and a next step", () => {
    const missing = errors.filter(({ error }) => CONTRACT_SENTENCES[error.name] === undefined);
    assert.deepEqual(
      missing.map(({ file, error }) => `${file}: ${error.name}`),
      [],
    );
    for (const [name, [summary, next]] of Object.entries(CONTRACT_SENTENCES)) {
      for (const sentence of [summary, next]) assert.match(sentence, /^[A-Z{"].*[.!]$/, name);
    }
  });

  test("no sentence is about an error that is gone, and all their values exist", () => {
    const inputs = new Map(
      [...tokenErrors, ...errors].map(({ error }) => [error.name, error.inputs.map(({ name }) => name)]),
    );
    for (const [name, sentences] of Object.entries(CONTRACT_SENTENCES)) {
      const known = inputs.get(name);
      assert.ok(known, `${name} stands in no contract`);
      const used = [...sentences.join(" ").matchAll(/\{(\w+)(?::(\w+))?\}/g)];
      for (const [, value, kind] of used) {
        assert.ok(known.includes(value ?? ""), `${name} has no value ${value}`);
        const isKnownKind = kind === undefined || ["time", "text"].includes(kind) || kind in CONTRACT_WORDS;
        assert.ok(isKnownKind, `${name}: ${kind} is no kind`);
      }
    }
  });
});

describe("a refusal in words", () => {
  test("every error is recognised by its data", () => {
    for (const { error } of errors) {
      const types = error.inputs.map(({ type }) => type);
      const data = `${id(`${error.name}(${types.join(",")})`).slice(0, 10)}${"0".repeat(64 * types.length)}`;
      const found = contractRefusal({ data });
      // A text needs more than zeros to be one.
      if (!types.includes("string")) assert.equal(found?.error, error.name);
    }
  });

  const cycleError = "error Cycles_Expired(uint32 cycle, uint256 expiresAt)";

  test("by name, with its values", () => {
    const refusal = contractRefusal(reverted(cycleError, [7, 1_767_225_600]));
    assert.ok(refusal instanceof ContractRefusal);
    assert.equal(refusal.error, "Cycles_Expired");
    assert.deepEqual(refusal.values, { cycle: "7", expiresAt: "1767225600" });
    assert.equal(refusal.summary, "Cycle 7 expired on 2026-01-01 00:00 UTC.");
  });

  test("found inside errors that wrap it", () => {
    const inner = reverted(cycleError, [7, 0]);
    const wrapped = Object.assign(new Error("could not coalesce error"), {
      info: { error: { data: Reflect.get(inner, "data") } },
    });
    assert.equal(contractRefusal(wrapped)?.error, "Cycles_Expired");
    assert.equal(contractRefusal(new Error("outer", { cause: inner }))?.error, "Cycles_Expired");
  });

  test("words of enums and texts", () => {
    const role = reverted("error Consortium_MissingRole(uint32 organisation, uint8 role, address account)", [
      1,
      3,
      zeroPadValue("0x01", 20),
    ]);
    assert.match(contractRefusal(role)?.summary ?? "", /does not hold the role approver/);
    const field = `0x${Buffer.from("expiresAt").toString("hex").padEnd(64, "0")}`;
    const terms = contractRefusal(reverted("error Cycles_TermsInvalid(bytes32 field)", [field]));
    assert.match(terms?.summary ?? "", /expiresAt/);
  });

  test("what is no refusal stays what it is", () => {
    assert.equal(contractRefusal(new Error("fetch failed")), undefined);
    assert.equal(contractRefusal(reverted("error SomebodyElses(uint256 value)", [1])), undefined);
    assert.equal(contractRefusal(undefined), undefined);
  });
});

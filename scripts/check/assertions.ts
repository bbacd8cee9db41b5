// SPDX-License-Identifier: Apache-2.0
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../house/run.ts";
import type { SourceFile } from "../house/sources.ts";

/** An error or event of a contract's ABI. */
export interface Declared {
  readonly kind: "error" | "event";
  readonly name: string;
  /** A contract whose ABI has it. */
  readonly contract: string;
}

/** What an ABI has from OpenZeppelin and no caller can bring about, with the reason. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  EIP712DomainChanged: "name and version of the domain are fixed",
  ERC20InvalidApprover: "the zero address cannot call",
  ERC20InvalidSender: "the zero address cannot call",
  InsufficientBalance: "acts carry no ether",
  InvalidShortString: "name and version of the domain are short constants",
  NotInitializing: "no function is for the time of initializing alone",
  RoleAdminChanged: "no role has an administrating role",
  SafeCastOverflowedUintDowncast: "128-bit sources cannot issue 2^248 units",
  StringTooLong: "name and version of the domain are short constants",
};

/** `vm.expectEmit(...)`, or a helper that ends with it and is called `expect...`, and what follows. */
const EXPECTATION = /\b_?expect(?!\w*Revert)\w*\s*\([\s\S]*/;
const TESTS = /^test\/.*\.sol$/;

/** Errors and events in the ABIs of contracts/, outside of testing; the contracts must be built. */
export function readDeclared(): Declared[] {
  const files = globSync("artifacts/contracts/**/*.json", { cwd: projectFolder });
  const declared = files
    .filter((file) => !file.replaceAll("\\", "/").startsWith("artifacts/contracts/testing/"))
    .flatMap((file) => {
      const { abi, contractName } = JSON.parse(readFileSync(join(projectFolder, file), "utf8"));
      return (abi as { type: string; name: string }[]).flatMap(({ type, name }) =>
        type === "error" || type === "event" ? [{ kind: type, name, contract: contractName } as const] : [],
      );
    });
  return [...new Map(declared.map((each) => [`${each.kind} ${each.name}`, each])).values()];
}

/**
 * Errors and events that no Solidity test asserts, as lines for people. An error is asserted by its selector (`IBudget.Budget_ZeroAmount.selector`),
 * an event by an `emit` after `vm.expectEmit` (or a helper called `expect...`) in the same function, or by its selector among the topics of a
 * recorded log.
 */
export function findUnasserted(declared: readonly Declared[], files: readonly SourceFile[]): string[] {
  const bodies = files
    .filter((file) => TESTS.test(file.path))
    .flatMap((file) => file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "").split(/\bfunction\b/));
  const selectors = new Set(
    bodies.flatMap((body) => [...body.matchAll(/\b(\w+)\s*\.selector\b/g)].map(([, name]) => name)),
  );
  const emitted = new Set(
    bodies.flatMap((body) => {
      const expected = EXPECTATION.exec(body)?.[0] ?? "";
      return [...expected.matchAll(/\bemit\s+(?:\w+\.)*(\w+)\s*\(/g)].map(([, name]) => name);
    }),
  );
  const missing = declared.filter(
    ({ kind, name }) =>
      !(name in IMPOSSIBLE) && !selectors.has(name) && !(kind === "event" && emitted.has(name)),
  );
  const names = new Set(declared.map(({ name }) => name));
  return [
    ...missing.map(({ kind, name, contract }) =>
      kind === "error"
        ? `error ${name} (${contract}) is never asserted: expect a revert with its selector in a test`
        : `event ${name} (${contract}) is never asserted: vm.expectEmit(...), then emit it, in a test`,
    ),
    ...Object.keys(IMPOSSIBLE)
      .filter((name) => !names.has(name))
      .map((name) => `${name} is excused in scripts/check/assertions.ts, but no ABI has it any more`),
  ];
}

// SPDX-License-Identifier: Apache-2.0
import solc from "solc";

/** What the model checker found out about one contract. */
export interface Proof {
  /** Assertions that hold after any calls. */
  readonly proven: number;
  /** Counterexamples, assertions that could not be decided, and other complaints. */
  readonly open: readonly string[];
}

/**
 * The engine for proofs that state their own induction (`@custom:proof inductive`): it looks at one call at a time. The other engine
 * looks at calls in any order, and finds the induction itself, which it cannot for sums of many numbers.
 */
const ONE_CALL = /@custom:proof inductive/;
const DEPRECATED = /BMC engine of the SMTChecker is deprecated/;

/** Asks the compiler's model checker about every assertion of a contract. */
export function prove(file: string, contract: string, content: string): Proof {
  const input = {
    language: "Solidity",
    sources: { [file]: { content } },
    settings: {
      outputSelection: { "*": { "": ["ast"] } },
      modelChecker: {
        engine: ONE_CALL.test(content) ? "bmc" : "chc",
        targets: ["assert"],
        contracts: { [file]: [contract] },
        showProvedSafe: true,
        showUnproved: true,
      },
    },
  };
  const output: { errors?: { severity: string; message: string; formattedMessage: string }[] } = JSON.parse(
    solc.compile(JSON.stringify(input)),
  );
  const messages = (output.errors ?? []).filter(({ message }) => !DEPRECATED.test(message));
  const isProof = ({ message }: { message: string }): boolean =>
    /Assertion violation check is safe/.test(message);
  return {
    proven: messages.filter(isProof).length,
    open: messages.filter((each) => !isProof(each)).map(({ formattedMessage }) => formattedMessage),
  };
}

// SPDX-License-Identifier: Apache-2.0

import { parentPort } from "node:worker_threads";
import solc from "solc";

export interface CompilerTask {
  readonly id: number;
  /** `v0.8.37+commit...`. */
  readonly compiler: string;
  /** Standard JSON. */
  readonly input: string;
}

export interface CompilerReport {
  readonly id: number;
  /** Standard JSON; undefined when the compiler is not here. */
  readonly output?: string;
}

/** Compiles in a thread of its own, so that whoever asked can answer others meanwhile. */
parentPort?.on("message", ({ id, compiler, input }: CompilerTask) => {
  const isHere = solc.version().startsWith(compiler.replace(/^v/, ""));
  const report: CompilerReport = isHere ? { id, output: solc.compile(input) } : { id };
  parentPort?.postMessage(report);
});

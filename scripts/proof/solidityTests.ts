// SPDX-License-Identifier: Apache-2.0
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import edr, { type Artifact, type ArtifactId, type SuiteResult, type TestResult } from "@nomicfoundation/edr";
import { projectFolder } from "../house/run.ts";

/** Solidity tests run by Hardhat's engine itself, for what `hardhat test` has no option for. */
export interface TestRun {
  /** Every contract that may be deployed, tests included. */
  readonly artifacts: readonly Artifact[];
  /** The test contracts to run. */
  readonly suites: readonly ArtifactId[];
  /** Rules of the chain: `osaka`, `amsterdam`, ... */
  readonly hardfork: string;
  /** How often a fuzz test is tried; 0 leaves fuzz and invariant tests out. */
  readonly fuzzRuns: number;
  /** For each test and its setting up; enough for every test unless told otherwise. */
  readonly gasLimit?: bigint;
  /** Each call of a test as a transaction of its own, with its trace. */
  readonly traced?: boolean;
  /** Only tests whose name matches. */
  readonly pattern?: string;
  /** Is told, test by test, what code reported to the engine's address for coverage; each report once a test. */
  readonly onReports?: (reports: readonly Uint8Array[]) => void;
  /** Wei that an account owns from the start; it has code, too. */
  readonly endowed?: { readonly address: string; readonly balance: bigint };
}

const SOLC = /^solc-(\d+)_(\d+)_(\d+)/;
/** Enough for every test; a loop without an end meets it. */
const GAS_LIMIT = 4_000_000_000n;
const FUZZ_SEED = "0x616e6e6f6e61";

let context: Promise<edr.EdrContext> | undefined;

/** Runs test contracts and returns their results, in the order in which they ended. */
export async function runTests(run: TestRun): Promise<SuiteResult[]> {
  context ??= startEngine();
  const endowed = run.endowed && {
    address: bytesOf(run.endowed.address),
    balance: run.endowed.balance,
    code: Uint8Array.of(0),
  };
  const predeployed = edr.l1GenesisState(edr.l1HardforkFromString(run.hardfork));
  const config = {
    projectRoot: projectFolder,
    hardfork: run.hardfork,
    localPredeploys: endowed ? [...predeployed, endowed] : predeployed,
    disableBlockGasLimit: true,
    disableTransactionGasCap: true,
    gasLimit: run.gasLimit ?? GAS_LIMIT,
    fuzz: { runs: Math.max(run.fuzzRuns, 1), seed: FUZZ_SEED },
    invariant: { runs: 1, depth: 1 },
    ...(run.fuzzRuns === 0 ? { excludeTestPattern: "^(testFuzz|invariant)" } : {}),
    ...(run.pattern === undefined ? {} : { testPattern: run.pattern }),
    ...(run.onReports === undefined ? {} : { observability: observing(run.onReports) }),
    ...(run.traced ? { isolate: true, includeTraces: edr.IncludeTraces.All } : {}),
  };
  const engine = await context;
  return new Promise((resolve, reject) => {
    const results: SuiteResult[] = [];
    // The engine may be done before it has reported the last results.
    const take = (result: SuiteResult): void => {
      results.push(result);
      if (results.length === run.suites.length) resolve(results);
    };
    engine
      .runSolidityTests(edr.L1_CHAIN_TYPE, [...run.artifacts], [...run.suites], config, {}, take)
      .catch(reject);
  });
}

/** Tests of a run that failed. */
export function failuresOf(results: readonly SuiteResult[]): TestResult[] {
  return results.flatMap(({ testResults }) => testResults).filter(({ status }) => status === "Failure");
}

/** What Hardhat built, contracts and tests. */
export function readArtifacts(): Artifact[] {
  const folders = ["artifacts/contracts/**/*.json", "cache/test-artifacts/**/*.json"];
  return globSync(folders, { cwd: projectFolder, exclude: ["**/build-info"] })
    .filter((file) => !file.includes("build-info"))
    .sort()
    .map((file) => {
      const built = JSON.parse(readFileSync(join(projectFolder, file), "utf8"));
      const [, major, minor, patch] = SOLC.exec(built.buildInfoId) ?? [];
      return {
        id: {
          name: built.contractName,
          solcVersion: [major, minor, patch].join("."),
          source: built.inputSourceName ?? built.sourceName,
        },
        contract: {
          abi: JSON.stringify(built.abi),
          bytecode: built.bytecode,
          linkReferences: built.linkReferences,
          deployedBytecode: built.deployedBytecode,
          deployedLinkReferences: built.deployedLinkReferences,
        },
      };
    });
}

/** The same artifact without what its functions are called, unless it is a test: inputs of calls then come as bytes, not in words. */
export function withoutInterface(artifact: Artifact): Artifact {
  return isTest(artifact) ? artifact : { ...artifact, contract: { ...artifact.contract, abi: "[]" } };
}

/** Whether an artifact is a test contract that can be deployed. */
export function isTest({ contract }: Artifact): boolean {
  const { bytecode = "0x", abi } = contract;
  return bytecode.length > 2 && /"name":"(test|invariant)\w*"/.test(abi);
}

async function startEngine(): Promise<edr.EdrContext> {
  const engine = new edr.EdrContext();
  await engine.registerSolidityTestRunnerFactory(edr.L1_CHAIN_TYPE, edr.l1SolidityTestRunnerFactory());
  return engine;
}

function observing(onReports: (reports: readonly Uint8Array[]) => void): edr.ObservabilityConfig {
  return { codeCoverage: { onCollectedCoverageCallback: async (reports) => onReports(reports) } };
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.slice(2), "hex"));
}

// SPDX-License-Identifier: Apache-2.0
import edr, { type Artifact, type CallTrace, type SuiteResult } from "@nomicfoundation/edr";
import { ethers } from "ethers";

/** Gas of each state-changing function, as transactions of the tests paid it: the dearest call and the cheapest. */
export interface GasSnapshot {
  readonly most: Readonly<Record<string, number>>;
  readonly least: Readonly<Record<string, number>>;
}

/** A call that a test made as a transaction of its own, and what it cost. */
export interface Transaction {
  readonly trace: CallTrace;
  readonly gas: number;
}

/** A contract that is deployed, and the names of its functions that change state, by selector. */
interface Deployed {
  readonly name: string;
  readonly functions: ReadonlyMap<string, string>;
}

const OURS = /^(project\/)?contracts\/(?!testing\/)/;
const STATE_CHANGING = new Set(["nonpayable", "payable"]);
/** Runs an act that was proposed: what it costs is told of the act. */
const APPROVAL = "approveAct";

/** The contracts that are deployed, outside of contracts/testing. */
export function deployedContracts(artifacts: readonly Artifact[]): Deployed[] {
  return artifacts
    .filter(({ id, contract }) => OURS.test(id.source) && (contract.bytecode ?? "0x") !== "0x")
    .map(({ id, contract }) => {
      const functions = new ethers.Interface(contract.abi).fragments
        .filter((fragment) => fragment instanceof ethers.FunctionFragment)
        .filter(({ stateMutability }) => STATE_CHANGING.has(stateMutability));
      return { name: id.name, functions: new Map(functions.map(({ selector, name }) => [selector, name])) };
    });
}

/** Every transaction in traced tests. */
export function transactionsIn(results: readonly SuiteResult[]): Transaction[] {
  const tests = results.flatMap(({ testResults }) => testResults);
  return tests
    .flatMap((test) => test.callTraces())
    .flatMap(callsIn)
    .map((trace) => ({ trace, gas: Number(trace.gasUsed) }));
}

/** The gas of transactions, by the function that each ran: `Contract.function`. */
export function measure(contracts: readonly Deployed[], transactions: readonly Transaction[]): GasSnapshot {
  const most = new Map<string, number>();
  const least = new Map<string, number>();
  for (const { trace, gas } of transactions) {
    const label = trace.success ? labelOf(contracts, trace) : undefined;
    if (label === undefined) continue;
    most.set(label, Math.max(most.get(label) ?? gas, gas));
    least.set(label, Math.min(least.get(label) ?? gas, gas));
  }
  return { most: sorted(most), least: sorted(least) };
}

/** Functions without a figure of their own, and why. */
const NOT_MEASURED: Readonly<Record<string, string>> = {
  [APPROVAL]: "told of the act that it runs",
  grantRole: "nobody may",
  revokeRole: "nobody may",
  returnCredited: "called only by the agreement itself, in the gas of what gives back",
  takeBack: "called only by what sends money back, and in its gas",
};

/** Functions that no test ran to its end, as `Contract.function`; what contracts share need only run in one of them. */
export function unmeasured(contracts: readonly Deployed[], { most }: GasSnapshot): string[] {
  const measured = new Set(Object.keys(most).map((label) => label.split(".")[1]));
  return contracts.flatMap(({ name, functions }) =>
    [...functions.values()]
      .filter((each) => !measured.has(each) && !(each in NOT_MEASURED))
      .map((each) => `${name}.${each}`),
  );
}

function callsIn(trace: CallTrace): CallTrace[] {
  return trace.children.filter((child): child is CallTrace => "gasUsed" in child && !child.isCheatcode);
}

/** What a call ran: behind proxies the code that answered, and for an approved act the act. */
function labelOf(contracts: readonly Deployed[], call: CallTrace): string | undefined {
  const delegated = callsIn(call).filter(({ kind }) => kind === edr.CallKind.DelegateCall);
  const behind = delegated.map((each) => labelOf(contracts, each)).find((label) => label !== undefined);
  const own = behind ?? ownLabel(contracts, call);
  // Several contracts have it, so where a test gave the address a label of its own nothing else tells it.
  if (!own?.endsWith(`.${APPROVAL}`) && !isApproval(contracts, call)) return own;
  const act = callsIn(call).find(({ kind, success }) => kind === edr.CallKind.Call && success);
  return (act && labelOf(contracts, act)) ?? own;
}

function isApproval(contracts: readonly Deployed[], { inputs }: CallTrace): boolean {
  return contracts.some(({ functions }) => nameOf(functions, inputs) === APPROVAL);
}

function nameOf(functions: Deployed["functions"], inputs: CallTrace["inputs"]): string | undefined {
  return "name" in inputs
    ? [...functions.values()].find((name) => name === inputs.name)
    : functions.get(ethers.hexlify(inputs.slice(0, 4)));
}

function ownLabel(contracts: readonly Deployed[], { contract, inputs }: CallTrace): string | undefined {
  const named = (each: Deployed): string | undefined => nameOf(each.functions, inputs);
  const owners = contracts.filter((each) => named(each) !== undefined);
  // Code that is linked to a library is not recognised: then the function's name must tell.
  const owner = owners.find(({ name }) => name === contract) ?? (owners.length === 1 ? owners[0] : undefined);
  return owner && `${owner.name}.${named(owner)}`;
}

function sorted(gas: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...gas].sort(([left], [right]) => (left < right ? -1 : 1)));
}

// SPDX-License-Identifier: Apache-2.0
import { type Interface, keccak256, type Signer, type TransactionReceipt } from "ethers";
import {
  IBeneficiaryAccounts__factory,
  ICurrencyUnit__factory,
  type IDualControl,
  IDualControl__factory,
  IProgramme__factory,
} from "#bindings/index.ts";
import { CliError } from "./CliError.ts";
import { signAndSend } from "./send.ts";

/** A proposal that waits for its second officer. */
export interface OpenAct {
  readonly actId: bigint;
  readonly contract: string;
  readonly proposer: string;
  /** Unix seconds. */
  readonly proposedAt: number;
  /** Calldata that will run. */
  readonly act: string;
  /** Name of the function, such as "registerShop". */
  readonly name: string;
  /** Its arguments by name. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Everything that can be an act, to read calldata with. */
const ACTS: readonly Interface[] = [
  IProgramme__factory.createInterface(),
  IBeneficiaryAccounts__factory.createInterface(),
  ICurrencyUnit__factory.createInterface(),
];

/** Propose an act and return its number. @throws ContractRefusal, see {@link signAndSend}. */
export async function propose(signer: Signer, contract: string, act: string): Promise<bigint> {
  const control = IDualControl__factory.connect(contract, signer);
  const data = control.interface.encodeFunctionData("proposeAct", [act]);
  const receipt = await signAndSend(signer, { to: contract, data });
  for (const log of receipt.logs) {
    const event = control.interface.parseLog(log);
    if (event?.name === "ActProposed") return event.args.actId as bigint;
  }
  throw new Error("A proposal was made and its event is missing.");
}

/** Approve an act by restating its calldata; it runs at once. @throws ContractRefusal, see {@link signAndSend}. */
export async function approve(
  signer: Signer,
  contract: string,
  actId: bigint,
  act: string,
): Promise<TransactionReceipt> {
  const data = IDualControl__factory.createInterface().encodeFunctionData("approveAct", [actId, act]);
  return await signAndSend(signer, { to: contract, data });
}

/** Take back or send back a proposal. @throws ContractRefusal, see {@link signAndSend}. */
export async function withdraw(
  signer: Signer,
  contract: string,
  actId: bigint,
  act: string,
): Promise<TransactionReceipt> {
  const data = IDualControl__factory.createInterface().encodeFunctionData("withdrawAct", [actId, act]);
  return await signAndSend(signer, { to: contract, data });
}

/** Open proposals of a contract, oldest first. */
export async function openActs(control: IDualControl, fromBlock: number): Promise<OpenAct[]> {
  const events = await control.queryFilter(control.filters.ActProposed(), fromBlock);
  const acts = await Promise.all(
    events.map(async ({ args }) => {
      const { proposer, proposedAt, hash } = await control.proposedAct(args.actId);
      // The chain's hash decides: what an event says about another branch of the chain is not restated.
      if (proposer !== args.proposer || hash !== keccak256(args.act)) return [];
      const contract = await control.getAddress();
      return [
        {
          actId: args.actId,
          contract,
          proposer,
          proposedAt: Number(proposedAt),
          act: args.act,
          ...readAct(args.act),
        },
      ];
    }),
  );
  return acts.flat();
}

/** @throws CliError CLI-306 when there is none with this number. */
export async function openAct(control: IDualControl, fromBlock: number, actId: bigint): Promise<OpenAct> {
  const act = (await openActs(control, fromBlock)).find((candidate) => candidate.actId === actId);
  if (act === undefined) throw new CliError("noSuchAct", { act: String(actId) });
  return act;
}

/** Function and arguments of an act's calldata; the selector where it is unknown. */
export function readAct(act: string): Pick<OpenAct, "name" | "args"> {
  for (const face of ACTS) {
    const parsed = face.parseTransaction({ data: act });
    if (parsed)
      return { name: parsed.name, args: plain(parsed.args.toObject(true)) as Record<string, unknown> };
  }
  return { name: act.slice(0, 10), args: { calldata: act } };
}

/** Copy of nested contract values without the library's own wrappers. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

// SPDX-License-Identifier: Apache-2.0

import { createRequire } from "node:module";
import {
  AbiCoder,
  Contract,
  ContractFactory,
  concat,
  type InterfaceAbi,
  Signature,
  TypedDataEncoder,
  type Wallet,
  ZeroAddress,
} from "ethers";

interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

/** What Safe published, bytecode and all: nothing of it is compiled here. */
function published(path: string): Artifact {
  const require = createRequire(import.meta.url);
  return require(`@safe-global/safe-smart-account/build/artifacts/contracts/${path}.json`) as Artifact;
}

const SAFE = published("Safe.sol/Safe");
const TRANSACTION = {
  SafeTx: [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: "baseGas", type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
};
const MESSAGE = { SafeMessage: [{ name: "message", type: "bytes" }] };

/** An organisation's Safe. */
export interface TestSafe {
  readonly address: string;
  /** The owners say yes to a digest (ERC-1271), in one signature. */
  sign(digest: string, owners: readonly Wallet[]): Promise<string>;
  /** The owners sign a transaction of the Safe, and anybody brings it in. */
  execute(call: { to: string; data: string }, owners: readonly Wallet[], relayer: Wallet): Promise<void>;
}

/** Deploy the singleton, the factory of proxies and the handler that answers ERC-1271, and return what makes Safes of them. */
export async function deploySafes(
  deployer: Wallet,
): Promise<(owners: readonly Wallet[], threshold: number) => Promise<TestSafe>> {
  const deploy = async ({ abi, bytecode }: Artifact): Promise<Contract> => {
    const contract = await new ContractFactory(abi, bytecode, deployer).deploy();
    await contract.waitForDeployment();
    return new Contract(await contract.getAddress(), abi, deployer);
  };
  const singleton = await deploy(SAFE);
  const handler = await deploy(
    published("handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler"),
  );
  const factory = await deploy(published("proxies/SafeProxyFactory.sol/SafeProxyFactory"));
  let salt = 0;
  return async (owners, threshold) => {
    const setup = singleton.interface.encodeFunctionData("setup", [
      owners.map(({ address }) => address),
      threshold,
      ZeroAddress,
      "0x",
      await handler.getAddress(),
      ZeroAddress,
      0,
      ZeroAddress,
    ]);
    const create = factory.getFunction("createProxyWithNonce");
    const args = [await singleton.getAddress(), setup, ++salt] as const;
    const address = (await create.staticCall(...args)) as string;
    await (await create(...args)).wait();
    return safeAt(address, deployer);
  };
}

async function safeAt(address: string, reader: Wallet): Promise<TestSafe> {
  const safe = new Contract(address, SAFE.abi, reader);
  const { chainId } = (await reader.provider?.getNetwork()) ?? {};
  if (chainId === undefined) throw new Error("the Safe's reader has no chain");
  const domain = { chainId, verifyingContract: address };
  const hashOf = (types: typeof MESSAGE | typeof TRANSACTION, value: Record<string, unknown>) =>
    TypedDataEncoder.hash(domain, types, value);
  return {
    address,
    sign: async (digest, owners) =>
      signaturesOf(
        hashOf(MESSAGE, { message: AbiCoder.defaultAbiCoder().encode(["bytes32"], [digest]) }),
        owners,
      ),
    execute: async ({ to, data }, owners, relayer) => {
      const nonce = (await safe.getFunction("nonce")()) as bigint;
      const rest = [0, 0, 0, ZeroAddress, ZeroAddress] as const;
      const [safeTxGas, baseGas, gasPrice, gasToken, refundReceiver] = rest;
      const transaction = {
        to,
        value: 0,
        data,
        operation: 0,
        safeTxGas,
        baseGas,
        gasPrice,
        gasToken,
        refundReceiver,
        nonce,
      };
      const signatures = signaturesOf(hashOf(TRANSACTION, transaction), owners);
      const send = new Contract(address, SAFE.abi, relayer).getFunction("execTransaction");
      await (await send(to, 0, data, 0, ...rest, signatures)).wait();
    },
  };
}

/** One signature after the other, in the ascending order of the owners' addresses that a Safe asks for. */
function signaturesOf(hash: string, owners: readonly Wallet[]): string {
  const ascending = owners.toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
  return concat(ascending.map((owner) => Signature.from(owner.signingKey.sign(hash)).serialized));
}

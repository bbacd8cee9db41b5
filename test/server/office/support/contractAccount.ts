// SPDX-License-Identifier: Apache-2.0

import { ContractFactory, type Wallet } from "ethers";
import solc from "solc";

/** An account that is a contract: what its owner signs, it has signed (ERC-1271). */
const SOURCE = `
pragma solidity 0.8.37;
contract Account {
    address private immutable OWNER;
    constructor(address owner) { OWNER = owner; }
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        bytes32 r = bytes32(signature[0:32]);
        bytes32 s = bytes32(signature[32:64]);
        uint8 v = uint8(signature[64]);
        return ecrecover(hash, v, r, s) == OWNER ? this.isValidSignature.selector : bytes4(0xffffffff);
    }
}`;

interface Compiled {
  readonly contracts: Record<
    string,
    Record<string, { readonly abi: []; readonly evm: { readonly bytecode: { readonly object: string } } }>
  >;
}

/** @returns The address of a contract account that the wallet owns. */
export async function deployContractAccount(owner: Wallet): Promise<string> {
  const input = {
    language: "Solidity",
    sources: { "Account.sol": { content: SOURCE } },
    settings: { evmVersion: "cancun", outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Compiled;
  const compiled = output.contracts["Account.sol"]?.Account;
  if (compiled === undefined) throw new Error("the contract account did not compile");
  const factory = new ContractFactory(compiled.abi, compiled.evm.bytecode.object, owner);
  const contract = await factory.deploy(owner.address);
  await contract.waitForDeployment();
  return await contract.getAddress();
}

// SPDX-License-Identifier: Apache-2.0

import type { DeployedContracts } from "#sdk/bindings/deployments.ts";

/** Contracts whose events make the history. */
export type ContractKind =
  | "council"
  | "consortium"
  | "accounts"
  | "documents"
  | "factory"
  | "programme"
  | "agreementFactory"
  | "agreement"
  | "fundFactory"
  | "fund"
  | "asset";

/** Contracts that factories make. */
export type MadeKind = "programme" | "agreement" | "fund";

/**
 * Which address is which contract. The council, the registries and the factories come with the deployment; programmes, agreements,
 * funds and their assets are found from the factories' events. Addresses are compared in lower case.
 */
export class ContractBook {
  readonly #kinds: Map<string, ContractKind>;
  readonly #decimals: Map<string, number>;

  constructor(
    kinds: Iterable<readonly [string, ContractKind]>,
    decimals: Iterable<readonly [string, number]> = [],
  ) {
    this.#kinds = new Map([...kinds].map(([address, kind]) => [address.toLowerCase(), kind]));
    this.#decimals = new Map([...decimals].map(([asset, digits]) => [asset.toLowerCase(), digits]));
  }

  static ofDeployment(contracts: DeployedContracts): ContractBook {
    const { council, agreementFactory, donorFundFactory } = contracts;
    const optional: readonly (readonly [string | undefined, ContractKind])[] = [
      [council, "council"],
      [agreementFactory, "agreementFactory"],
      [donorFundFactory, "fundFactory"],
    ];
    return new ContractBook([
      [contracts.consortium, "consortium"],
      [contracts.accounts, "accounts"],
      [contracts.documents, "documents"],
      [contracts.programmeFactory, "factory"],
      ...optional.flatMap(([address, kind]) => (address === undefined ? [] : [[address, kind] as const])),
    ]);
  }

  /** A copy that grows on its own: what was found in a range counts only once the range was applied. */
  clone(): ContractBook {
    return new ContractBook(this.#kinds, this.#decimals);
  }

  kindOf(address: string): ContractKind | undefined {
    return this.#kinds.get(address.toLowerCase());
  }

  add(kind: MadeKind, address: string): void {
    this.#kinds.set(address.toLowerCase(), kind);
  }

  /** @param decimals Decimals of the ledger unit in this asset: the token's own, at most 6. */
  addAsset(address: string, decimals: number): void {
    this.#kinds.set(address.toLowerCase(), "asset");
    this.#decimals.set(address.toLowerCase(), decimals);
  }

  /** Decimals of the ledger unit; undefined when the asset is not known yet. */
  decimalsOf(asset: string): number | undefined {
    return this.#decimals.get(asset.toLowerCase());
  }

  addresses(): string[] {
    return [...this.#kinds.keys()];
  }
}

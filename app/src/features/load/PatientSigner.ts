// SPDX-License-Identifier: Apache-2.0

import {
  AbstractSigner,
  type JsonRpcSigner,
  type Provider,
  type TransactionRequest,
  type TransactionResponse,
  type TypedDataDomain,
  type TypedDataField,
} from "ethers";
import { loadError } from "./errors.ts";

/** Our own node may learn of a transaction a little after the wallet has sent it. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 500;
const HASH = /^0x[0-9a-f]{64}$/i;

/**
 * The officer's wallet as the relayer of the sdk wants it: what it sends is looked up on our own node. Number and fees of a
 * transaction are left to the wallet, which knows better what else it has under way.
 */
export class PatientSigner extends AbstractSigner<Provider> {
  readonly #wallet: JsonRpcSigner;

  constructor(node: Provider, wallet: JsonRpcSigner) {
    super(node);
    this.#wallet = wallet;
  }

  getAddress(): Promise<string> {
    return this.#wallet.getAddress();
  }

  /** @throws AppError APP-423 when the ledger does not know what the wallet took: shared wallets only collect a signature. */
  override async sendTransaction({ to, data, gasLimit }: TransactionRequest): Promise<TransactionResponse> {
    const hash = await this.#wallet.sendUncheckedTransaction({
      to: to ?? null,
      data: data ?? null,
      gasLimit: gasLimit ?? null,
    });
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const known = HASH.test(hash) ? await this.provider.getTransaction(hash) : null;
      if (known !== null) return known;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    throw loadError("noTrace");
  }

  override connect(node: Provider): PatientSigner {
    return new PatientSigner(node, this.#wallet);
  }

  override signTransaction(transaction: TransactionRequest): Promise<string> {
    return this.#wallet.signTransaction(transaction);
  }

  override signMessage(message: string | Uint8Array): Promise<string> {
    return this.#wallet.signMessage(message);
  }

  override signTypedData(
    ...typed: [TypedDataDomain, Record<string, TypedDataField[]>, Record<string, unknown>]
  ): Promise<string> {
    return this.#wallet.signTypedData(...typed);
  }
}

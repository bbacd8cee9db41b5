// SPDX-License-Identifier: Apache-2.0

import { NO_CURRENCY } from "#sdk/money/noCurrency.ts";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type { CurrencyView, Ref } from "../shapes/index.ts";

interface Holder {
  readonly asset: string;
  readonly createdAt: number;
  readonly currency: CurrencyView;
}

/** Names of organisations and contracts, and what their assets stand for. */
export class Directory {
  readonly funds: readonly Row<"funds">[];
  readonly programmes: readonly Row<"programmes">[];
  readonly agreements: readonly Row<"agreements">[];
  readonly #organisations: ReadonlyMap<number, string>;
  readonly #refs: ReadonlyMap<string, Ref>;
  readonly #currencies = new Map<string, CurrencyView>();

  private constructor(
    organisations: readonly Row<"organisations">[],
    rows: Pick<Directory, "funds" | "programmes" | "agreements">,
  ) {
    this.funds = rows.funds.toSorted(byAge);
    this.programmes = rows.programmes.toSorted(byAge);
    this.agreements = rows.agreements.toSorted(byAge);
    this.#organisations = new Map(organisations.map(({ id, name }) => [id, name]));
    const refs: Ref[] = [
      ...this.funds.map(({ address, name }) => ({ kind: "fund", address, name }) as const),
      ...this.programmes.map(({ address, name }) => ({ kind: "programme", address, name }) as const),
      ...this.agreements.map(({ address, title }) => ({ kind: "agreement", address, name: title }) as const),
    ];
    this.#refs = new Map(refs.map((ref) => [ref.address, ref]));
    for (const { asset, currency } of this.#holders()) {
      const known = this.#currencies.get(asset);
      if (known === undefined || known.code === NO_CURRENCY) this.#currencies.set(asset, currency);
    }
  }

  static async read(read: ReadRows): Promise<Directory> {
    const [organisations, funds, programmes, agreements] = [
      await read("organisations"),
      await read("funds"),
      await read("programmes"),
      await read("agreements"),
    ];
    return new Directory(organisations, { funds, programmes, agreements });
  }

  /** Tokens in the order in which they became known. */
  get assets(): string[] {
    return [...this.#currencies.keys()];
  }

  organisation(id: number): { readonly id: number; readonly name: string } {
    return { id, name: this.#organisations.get(id) ?? "" };
  }

  find(address: string | null): Ref | null {
    return address === null ? null : (this.#refs.get(address) ?? null);
  }

  /** A recipient of a fund is always a programme or agreement of the suite. */
  recipient(address: string): Ref {
    return this.find(address) ?? { kind: "agreement", address, name: "" };
  }

  currency(asset: string): CurrencyView {
    return this.#currencies.get(asset) ?? { code: NO_CURRENCY, decimals: 0 };
  }

  #holders(): Holder[] {
    const own = [...this.programmes, ...this.agreements].map(({ asset, createdAt, currency, decimals }) => ({
      asset,
      createdAt,
      currency: { code: currency, decimals },
    }));
    const ofFunds = this.funds.map(({ asset, createdAt, decimals }) => ({
      asset,
      createdAt,
      currency: { code: NO_CURRENCY, decimals },
    }));
    return [...own, ...ofFunds].toSorted((a, b) => a.createdAt - b.createdAt);
  }
}

function byAge(
  a: { readonly createdAt: number; readonly address: string },
  b: { readonly createdAt: number; readonly address: string },
): number {
  return a.createdAt - b.createdAt || (a.address < b.address ? -1 : 1);
}

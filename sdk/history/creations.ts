// SPDX-License-Identifier: Apache-2.0

import type { Result } from "ethers";
import type { ContractKind, MadeKind } from "./contractBook.ts";

/** A contract that a factory made. */
export interface Creation {
  readonly kind: MadeKind;
  readonly address: string;
  readonly asset: string;
}

interface Maker {
  readonly event: string;
  readonly made: (args: Result) => Creation;
}

/** The events by which contracts become known. */
const makers: Partial<Record<ContractKind, Maker>> = {
  factory: {
    event: "ProgrammeCreated",
    made: ({ programme, asset }) => ({ kind: "programme", address: programme, asset }),
  },
  agreementFactory: {
    event: "AgreementCreated",
    made: ({ agreement, settings }) => ({ kind: "agreement", address: agreement, asset: settings.asset }),
  },
  fundFactory: {
    event: "FundCreated",
    made: ({ fund, asset }) => ({ kind: "fund", address: fund, asset }),
  },
};

/** What an event of this contract made; undefined for every other event. */
export function createdBy(source: ContractKind, name: string, args: Result): Creation | undefined {
  const maker = makers[source];
  return maker?.event === name ? maker.made(args) : undefined;
}

/** The events that {@link createdBy} knows, by the contract that emits them. */
export const creationEvents: readonly (readonly [source: ContractKind, event: string])[] = Object.entries(
  makers,
).map(([source, { event }]) => [source as ContractKind, event]);

// SPDX-License-Identifier: Apache-2.0

import { IFundRecipient__factory } from "#bindings/index.ts";
import { listProgrammes, type Suite } from "#sdk/agency/suite.ts";
import { listAgreements } from "#sdk/agreements/handle.ts";
import type { FundHandle } from "./handle.ts";

/** A programme or agreement that a fund can pay: it is funded in the same asset. */
export interface FundRecipient {
  readonly kind: "programme" | "agreement";
  readonly address: string;
  readonly name: string;
  /** The agency whose it is. */
  readonly organisation: number;
  /** Over: it takes no money, and never will again. */
  readonly isClosed: boolean;
  /** Whether it has recorded the fund as a source; without that nothing can be allocated to it. */
  readonly hasRecorded: boolean;
}

/** Everything of the consortium that a fund can pay, programmes first, in the order of their creation. */
export async function readRecipients(
  suite: Suite,
  { address, asset }: Pick<FundHandle, "address" | "asset">,
): Promise<FundRecipient[]> {
  const [programmes, agreements] = await Promise.all([listProgrammes(suite), listAgreements(suite)]);
  const candidates = [
    ...programmes.map((one) => ({ ...one, kind: "programme" as const })),
    ...agreements.map((one) => ({
      ...one,
      kind: "agreement" as const,
      name: one.title,
      organisation: one.agency,
    })),
  ].filter((one) => one.asset === asset);
  return await Promise.all(
    candidates.map(async ({ kind, address: recipient, name, organisation, contract }) => {
      const [isClosed, hasRecorded] = await Promise.all([
        IFundRecipient__factory.connect(recipient, suite.provider).isClosed(),
        contract.isSource(address),
      ]);
      return { kind, address: recipient, name, organisation, isClosed, hasRecorded };
    }),
  );
}

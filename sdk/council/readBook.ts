// SPDX-License-Identifier: Apache-2.0

import { IAgreementFactory__factory } from "#bindings/index.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import type { CouncilBook } from "./book.ts";

/** Read what a call may go to. The factories, not a file, say which beacons and contracts are the suite's. */
export async function readBook(suite: Suite, council: string): Promise<CouncilBook> {
  const { contracts } = suite.deployment;
  const agreementFactory =
    contracts.agreementFactory === undefined
      ? undefined
      : IAgreementFactory__factory.connect(contracts.agreementFactory, suite.provider);
  const [programmes, programmeBeacon, agreements, agreementBeacon] = await Promise.all([
    suite.factory.programmes(),
    suite.factory.beacon(),
    agreementFactory?.agreements() ?? [],
    agreementFactory?.beacon(),
  ]);
  return {
    council,
    consortium: contracts.consortium,
    accounts: contracts.accounts,
    beacons: {
      programmes: programmeBeacon,
      ...(agreementBeacon === undefined ? {} : { agreements: agreementBeacon }),
    },
    programmes: new Set(programmes.map((address) => address.toLowerCase())),
    agreements: new Set(agreements.map((address) => address.toLowerCase())),
  };
}

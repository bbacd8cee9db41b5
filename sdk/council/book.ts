// SPDX-License-Identifier: Apache-2.0

import { IAgreementFactory__factory } from "#bindings/index.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import type { BeaconName } from "./acts.ts";

/** The suite's contracts that the council has power over, by address in small letters where they are looked up. */
export interface CouncilBook {
  readonly council: string;
  readonly consortium: string;
  readonly accounts: string;
  readonly beacons: Readonly<Partial<Record<BeaconName, string>>>;
  readonly programmes: ReadonlySet<string>;
  readonly agreements: ReadonlySet<string>;
}

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

/** Which of the suite's beacons it is. */
export function beaconAt({ beacons }: CouncilBook, address: string): BeaconName | undefined {
  const names = Object.keys(beacons) as BeaconName[];
  return names.find((name) => beacons[name]?.toLowerCase() === address.toLowerCase());
}

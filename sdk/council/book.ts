// SPDX-License-Identifier: Apache-2.0

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

/** Which of the suite's beacons it is. */
export function beaconAt({ beacons }: CouncilBook, address: string): BeaconName | undefined {
  const names = Object.keys(beacons) as BeaconName[];
  return names.find((name) => beacons[name]?.toLowerCase() === address.toLowerCase());
}

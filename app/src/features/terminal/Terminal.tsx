// SPDX-License-Identifier: Apache-2.0

import type { Wallet } from "ethers";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Counter } from "./Counter.tsx";
import { DeviceSetUp, type SetUp } from "./DeviceSetUp.tsx";
import { DeviceWaiting } from "./DeviceWaiting.tsx";
import { noStorage } from "./errors.ts";
import { useDevice } from "./useDevice.ts";
import { useTerminal } from "./useTerminal.ts";

/** This device: without a key, waiting for a custodian, at work, or revoked. */
export function Terminal({ programme }: { readonly programme: ProgrammeHandle }) {
  const { device, make } = useDevice(programme);
  const { data } = device;
  if (device.isError) return <ErrorNote error={noStorage(device.error)} />;
  if (data === undefined) return <LoadingRows />;
  const setUp: SetUp = { onSetUp: () => make.mutate(data), isBusy: make.isPending, error: make.error };
  return data.wallet === undefined ? (
    <DeviceSetUp {...setUp} />
  ) : (
    <KnownDevice programme={programme} database={data.database} wallet={data.wallet} setUp={setUp} />
  );
}

interface KnownDeviceProps {
  readonly programme: ProgrammeHandle;
  readonly database: IDBDatabase;
  readonly wallet: Wallet;
  readonly setUp: SetUp;
}

function KnownDevice({ programme, database, wallet, setUp }: KnownDeviceProps) {
  const query = useTerminal(programme, wallet.address);
  return (
    <Loaded query={query}>
      {(terminal) => {
        if (terminal.status === "unknown") return <DeviceWaiting address={wallet.address} />;
        if (terminal.status === "revoked") return <DeviceSetUp {...setUp} isRevoked />;
        return <Counter programme={programme} database={database} wallet={wallet} terminal={terminal} />;
      }}
    </Loaded>
  );
}

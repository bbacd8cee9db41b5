// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Cycle, type ProgrammeHandle, readCycle } from "#sdk/agency/index.ts";
import { ActList } from "../../shared/acts/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { CycleFrame } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { ChecklistSection } from "./ChecklistSection.tsx";
import { CloseSection } from "./CloseSection.tsx";
import { closingItems } from "./checklist.ts";
import { type ClosingLedger, readClosing } from "./readClosing.ts";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/cycles/$cycle/close");

/** The end of a cycle: what is still left of it, and the proposal to close it. */
export function ClosePage() {
  return (
    <CycleFrame params={route.useParams()} title={words.title} intro={words.intro}>
      {(programme, number) => <ClosingReader programme={programme} number={number} />}
    </CycleFrame>
  );
}

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

interface ClosingReaderProps {
  readonly programme: ProgrammeHandle;
  readonly number: number;
}

function ClosingReader({ programme, number }: ClosingReaderProps) {
  const suite = useSuite();
  const { data, error, refetch } = useQuery({
    queryKey: [LEDGER_KEY, "closing", programme.address, number],
    queryFn: async () => {
      const [cycle, ledger] = await Promise.all([
        readCycle(suite, programme, number),
        readClosing(suite, programme, number),
      ]);
      return { cycle, ledger };
    },
    refetchInterval: POLL_MS,
  });
  if (data !== undefined) return <Closing programme={programme} cycle={data.cycle} ledger={data.ledger} />;
  return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
}

interface ClosingProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: Cycle;
  readonly ledger: ClosingLedger;
}

function Closing({ programme, cycle, ledger }: ClosingProps) {
  const now = useLedgerTime();
  const exceptions = useOpenExceptions(programme, cycle.cycle);
  const { graceEndsAt, chunks, chunksLoaded } = cycle;
  const items = closingItems({ now, graceEndsAt, chunks, chunksLoaded, exceptions, ...ledger });
  return (
    <>
      {cycle.state === "Approved" ? (
        <ChecklistSection programme={programme} cycle={cycle} items={items} />
      ) : null}
      <CloseSection programme={programme} cycle={cycle} items={items} isProposed={ledger.isProposed} />
      <ActList programme={programme} cycle={cycle.cycle} names={["closeCycle"]} hidesEmpty />
    </>
  );
}

/** How many exceptions of the cycle the office has open; undefined while it is not known. */
function useOpenExceptions({ address }: ProgrammeHandle, cycle: number): number | undefined {
  const { client, state } = useOffice();
  const { data } = useQuery({
    queryKey: [OFFICE_KEY, "exceptions", address, "open"],
    queryFn: () => client.listExceptions({ programme: address, state: "open" }),
    enabled: state === "signedIn",
    retry: false,
  });
  if (state !== "signedIn") return undefined;
  return data?.filter((exception) => exception.cycle === cycle).length;
}

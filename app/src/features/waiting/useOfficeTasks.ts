// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import type { OfficeClient } from "#sdk/office/index.ts";
import type { Officer } from "../../shared/ledger/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import type { OfficeTask } from "./board.ts";
import { draftTasks, exceptionTasks, requestTasks } from "./officeBoard.ts";

/** Others work at the same time; the office tells nobody by itself. */
const POLL_MS = 20_000;

interface OfficeTasks {
  readonly tasks: readonly OfficeTask[];
  /** Whether more may come in a moment. */
  readonly isReading: boolean;
}

/** What waits for the officer by the office's word; nothing while it is out of reach. */
export function useOfficeTasks(officer: Officer): OfficeTasks {
  const { client, state } = useOffice();
  const { data, isPending } = useQuery({
    queryKey: [OFFICE_KEY, "tasks", officer.address, [...officer.roles].join()],
    queryFn: () => readOfficeTasks(client, officer),
    enabled: state === "signedIn",
    refetchInterval: POLL_MS,
    retry: false,
  });
  const isReading = state === "reading" || (state === "signedIn" && isPending);
  return { tasks: data ?? [], isReading };
}

/** Only what the officer's roles can do something about. */
async function readOfficeTasks(client: OfficeClient, officer: Officer): Promise<OfficeTask[]> {
  const [drafts, requests, exceptions] = await Promise.all([
    officer.has("Preparer") ? client.listDrafts() : [],
    officer.has("Custodian") ? client.listRequests() : [],
    officer.has("Finance") || officer.has("Preparer") ? client.listExceptions({ state: "open" }) : [],
  ]);
  return [...draftTasks(drafts), ...requestTasks(requests), ...exceptionTasks(exceptions)];
}

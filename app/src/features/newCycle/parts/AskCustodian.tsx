// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import type { CustodianRequest } from "#sdk/office/index.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { countOf, showCount, showMoment } from "../../../shared/format/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import { labelOf } from "../../../shared/words/index.ts";
import type { DraftDesk } from "../draft/useDraft.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";
import { importFault } from "../worker/faults.ts";
import type { AccountsFound } from "../worker/ledgerProtocol.ts";
import classes from "./parts.module.css";

const text = words.accounts;
const LOOK_MS = 15_000;

interface AskCustodianProps {
  readonly desk: ImportDesk;
  readonly draft: DraftDesk;
  readonly accounts: AccountsFound;
  readonly again: ReactNode;
}

/** Unknown households become a request to the custodian, and the list waits; then how far the request is. */
export function AskCustodian({ desk, draft, accounts, again }: AskCustodianProps) {
  const { client } = useOffice();
  const queryClient = useQueryClient();
  const id = draft.draft?.requestId ?? undefined;
  const queryKey = [OFFICE_KEY, "request", id];
  const { data: request } = useQuery({
    queryKey,
    queryFn: () => client.readRequest(id ?? ""),
    enabled: id !== undefined,
    refetchInterval: LOOK_MS,
  });
  useReadyDraft(draft, accounts);
  const ask = useMutation({
    mutationFn: async () => {
      if (draft.content === undefined) throw importFault("noDraft");
      await draft.store.save(draft.content);
      const saved = await draft.store.writeRows(await desk.worker.ask("draftRows", {}));
      const commitments = await desk.worker.ask("unopened", {});
      await client.createRequest({ draft: saved.id, commitments: [...commitments] });
      await draft.store.refresh();
      await queryClient.invalidateQueries({ queryKey: [OFFICE_KEY, "request"] });
    },
    onSuccess: () => notify({ text: text.sent }),
  });
  if (accounts.unopened === 0) return null;
  const count = countOf(accounts.unopened, words.accountsNoun);
  if (request !== undefined && request.state !== "declined") {
    return <Asked request={request} accounts={accounts} again={again} />;
  }
  return (
    <div className={classes.decision}>
      <div>
        {request?.state === "declined" ? (
          <p className={classes.strong}>{text.requestStates.declined}</p>
        ) : null}
        <p>{text.askHint}</p>
      </div>
      <div className={classes.actions}>
        {again}
        <Button loading={ask.isPending} onClick={() => ask.mutate()}>
          {text.ask(count)}
        </Button>
      </div>
      {ask.isError ? <ErrorNote error={ask.error} /> : null}
    </div>
  );
}

interface AskedProps {
  readonly request: CustodianRequest;
  readonly accounts: AccountsFound;
  readonly again: ReactNode;
}

function Asked({ request, accounts, again }: AskedProps) {
  const open = Math.max(0, request.count - accounts.unopened);
  return (
    <div className={classes.decision}>
      <div role="status">
        <p className={classes.strong}>{text.openNow(showCount(open), showCount(request.count))}</p>
        <p>
          {labelOf(text.requestStates, request.state)}. {text.askedHint(showMoment(request.createdAt))}
        </p>
        <p className={classes.soft}>{text.watched}</p>
      </div>
      {again}
    </div>
  );
}

/** A list that waited and whose accounts are all open is ready. */
function useReadyDraft({ store, draft }: DraftDesk, { unopened }: AccountsFound): void {
  const isReady = draft?.state === "waiting" && unopened === 0;
  useEffect(() => {
    // What went wrong stands in the store's status.
    if (isReady) store.change({ state: "ready" }).catch(() => undefined);
  }, [isReady, store]);
}

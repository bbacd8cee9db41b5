// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { LoadingRows } from "../../../shared/list/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import { Section, TextLink } from "../../../shared/ui/index.ts";
import classes from "../accounts.module.css";
import { words } from "../words/index.ts";
import { OpeningJob } from "./OpeningJob.tsx";
import { RequestPlan } from "./RequestPlan.tsx";
import { type OwnHouseholds, saveOwn } from "./saveOwn.ts";

const text = words.opening;
const POLL_MS = 2_000;

interface RequestPanelProps {
  readonly requestId: string;
  /** Ids, when the list was dropped on this page. */
  readonly own: OwnHouseholds | undefined;
  readonly onBack: () => void;
}

/** One request from "waits for you" to "accounts are open". Where it stands is read from office and ledger, so a reload changes nothing. */
export function RequestPanel({ requestId, own, onBack }: RequestPanelProps) {
  const { client } = useOffice();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const {
    data: request,
    error,
    refetch,
  } = useQuery({
    queryKey: [OFFICE_KEY, "request", requestId],
    queryFn: () => client.readRequest(requestId),
    refetchInterval: (query) => (query.state.data?.state === "announced" ? POLL_MS : false),
  });
  return (
    <div ref={heading} tabIndex={-1} className={classes.focusTarget}>
      <Section
        title={text.chosen(request?.title ?? "…")}
        aside={
          <Button variant="default" size="xs" onClick={onBack}>
            {text.back}
          </Button>
        }
      >
        {() => (
          <div className={classes.padded}>
            {request === undefined && !error ? <LoadingRows /> : null}
            {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
            {request?.state === "open" ? <RequestPlan request={request} /> : null}
            {request?.state === "announced" ? <OpeningJob request={request} /> : null}
            {request?.state === "declined" ? <p role="status">{text.declined}</p> : null}
            {request?.state === "done" ? <Done count={request.count} own={own} /> : null}
          </div>
        )}
      </Section>
    </div>
  );
}

interface DoneProps {
  readonly count: number;
  readonly own: OwnHouseholds | undefined;
}

/** The accounts are there; of a list of one's own, which household is which is noted now. */
function Done({ count, own }: DoneProps) {
  const suite = useSuite();
  const { mutate, isPending, isError, error } = useMutation({
    mutationFn: (households: OwnHouseholds) => saveOwn(suite, households),
  });
  useEffect(() => {
    if (own !== undefined) mutate(own);
  }, [own, mutate]);
  return (
    <>
      <p role="status" className={classes.sentence}>
        {text.done(showCount(count), count)}
      </p>
      {own === undefined ? <p className={classes.soft}>{text.doneHint}</p> : null}
      <p>
        <TextLink to="/console/accounts/cards">{words.toCards}</TextLink>
      </p>
      {isPending ? <p className={classes.soft}>{text.own.saving}</p> : null}
      {isError && own !== undefined ? <ErrorNote error={error} onRetry={() => mutate(own)} /> : null}
    </>
  );
}

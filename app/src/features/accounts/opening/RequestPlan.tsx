// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { announceOpeningCall, type OpeningPlan, planOpening, type Suite } from "#sdk/agency/index.ts";
import type { Commitment } from "#sdk/list/index.ts";
import type { CustodianRequest, OfficeClient } from "#sdk/office/index.ts";
import { ActButton, ActStatus, useAct } from "../../../shared/act/index.ts";
import { config } from "../../../shared/config/index.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { LoadingRows } from "../../../shared/list/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import { FactGrid } from "../../../shared/ui/index.ts";
import classes from "../accounts.module.css";
import { words } from "../words/index.ts";
import { newestKeyVersion } from "./keyVersion.ts";

const text = words.opening;

/** What opening the accounts of a request means, and the one signature that it takes. */
export function RequestPlan({ request }: { readonly request: CustodianRequest }) {
  const suite = useSuite();
  const { client } = useOffice();
  const {
    data: plan,
    error,
    refetch,
  } = useQuery({
    queryKey: [OFFICE_KEY, "opening-plan", request.id],
    queryFn: () => readPlan(suite, client, request.id),
    staleTime: 0,
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (plan === undefined) return <LoadingRows />;
  return (
    <>
      <FactGrid
        look="figures"
        isInset
        facts={[
          [text.plan.households, showCount(plan.households)],
          [text.plan.known, showCount(plan.known)],
          [text.plan.missing, showCount(plan.households - plan.known)],
        ]}
      />
      <PlanSteps request={request} plan={plan} />
    </>
  );
}

async function readPlan(suite: Suite, client: OfficeClient, requestId: string): Promise<OpeningPlan> {
  // The office has checked that each is 32 bytes.
  const commitments = (await client.readRequestCommitments(requestId)) as Commitment[];
  return await planOpening(suite, config().organisation ?? 0, commitments);
}

interface PlanStepsProps {
  readonly request: CustodianRequest;
  readonly plan: OpeningPlan;
}

function PlanSteps({ request, plan }: PlanStepsProps) {
  const suite = useSuite();
  const { client } = useOffice();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: [OFFICE_KEY] });
  const handing = useMutation({ mutationFn: () => handOver(suite, client, request.id), onSettled: refresh });
  const declining = useMutation({
    mutationFn: () => client.changeRequest(request.id, request.version, { state: "declined" }),
    onSettled: refresh,
  });
  const act = useAct({ name: `open-${request.id}`, onDone: () => handing.mutate() });
  const { opening, isAnnounced } = plan;
  const missing = plan.households - plan.known;
  const hint = opening === undefined ? text.allKnown : isAnnounced ? text.resumeHint : text.signHint;
  return (
    <>
      <p className={classes.soft}>{hint}</p>
      <div className={classes.actions}>
        {opening !== undefined && !isAnnounced ? (
          <ActButton
            act={act}
            onRun={async ({ officer }) => {
              // Read anew: somebody may have opened some of them since the page was drawn.
              const now = await readPlan(suite, client, request.id);
              if (now.opening === undefined || now.isAnnounced) return [];
              const keyVersion = await newestKeyVersion(suite);
              return announceOpeningCall(
                suite,
                officer.organisation.id,
                now.opening,
                keyVersion,
                officer.address,
              );
            }}
            disabled={handing.isPending}
          >
            {text.sign(showCount(missing), missing)}
          </ActButton>
        ) : (
          <Button loading={handing.isPending} onClick={() => handing.mutate()}>
            {opening === undefined ? text.finish : text.push}
          </Button>
        )}
        {isAnnounced ? null : (
          <Button
            variant="default"
            disabled={act.isBusy}
            loading={declining.isPending}
            onClick={() => declining.mutate()}
          >
            {text.decline}
          </Button>
        )}
      </div>
      <ActStatus act={act} />
      {handing.isError ? <ErrorNote error={handing.error} onRetry={() => handing.mutate()} /> : null}
      {declining.isError ? <ErrorNote error={declining.error} /> : null}
    </>
  );
}

/** Tell the office what the ledger has: that nothing is left to open, or what its relayer has to push. Doing it again is harmless. */
async function handOver(suite: Suite, client: OfficeClient, requestId: string): Promise<void> {
  const { opening, isAnnounced } = await readPlan(suite, client, requestId);
  const request = await client.readRequest(requestId);
  if (opening === undefined) {
    if (request.state !== "done") {
      await client.changeRequest(requestId, request.version, { state: "done" });
    }
    return;
  }
  if (!isAnnounced) return;
  if (request.state === "open") {
    const { openingId } = opening;
    await client.changeRequest(requestId, request.version, { state: "announced", openingId });
  }
  await client.createJob({ kind: "open", request: requestId });
}

// SPDX-License-Identifier: Apache-2.0

import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { UnlockHouseholds } from "../../shared/households/index.ts";
import { NeedsOffice } from "../../shared/office/index.ts";
import { ButtonLink } from "../../shared/ui/index.ts";
import { DraftLine } from "./draft/DraftLine.tsx";
import { DraftList } from "./draft/DraftList.tsx";
import { useDraft } from "./draft/useDraft.ts";
import { type Restoring, useRestore } from "./draft/useRestore.ts";
import type { Step } from "./flow/steps.ts";
import { useImport } from "./flow/useImport.ts";
import { Busy } from "./parts/Busy.tsx";
import { KeepColumns } from "./parts/KeepColumns.tsx";
import classes from "./parts/parts.module.css";
import { Stepper } from "./parts/Stepper.tsx";
import { useMappings } from "./parts/useMappings.ts";
import { AccountsStep } from "./steps/AccountsStep.tsx";
import { CheckStep } from "./steps/CheckStep.tsx";
import { ColumnsStep } from "./steps/ColumnsStep.tsx";
import { FileStep } from "./steps/FileStep.tsx";
import { PlanStep } from "./steps/PlanStep.tsx";
import { ProblemsStep } from "./steps/ProblemsStep.tsx";
import { SignStep } from "./steps/SignStep.tsx";
import { words } from "./words/index.ts";

/** Steps that ask for the passphrase themselves. */
const ASKING: ReadonlySet<Step> = new Set(["accounts", "sign"]);

interface NewCycleProps {
  readonly programme: ProgrammeHandle;
  readonly draftId: string | undefined;
  readonly onStartOver: () => void;
}

/** The steps of a new cycle, and the draft that keeps them. */
export function NewCycle({ programme, draftId, onStartOver }: NewCycleProps) {
  const mappings = useMappings();
  const { currency, step } = programme;
  const money = useMemo(() => ({ currency, step }), [currency, step]);
  const desk = useImport(money, mappings.saved);
  const draft = useDraft(desk, programme);
  const restoring = useRestore(desk, draft.store, draftId);
  useDraftInAddress(programme.address, draft.draft?.id, draftId);
  const shared = { desk, programme };
  if (restoring.kind !== "done") return <RestoringDraft address={programme.address} restoring={restoring} />;
  return (
    <>
      <Stepper state={desk.state} onGo={desk.go} />
      {desk.state.opened === undefined ? null : (
        <DraftLine draft={draft} isAsked={ASKING.has(desk.state.step)} onReload={onStartOver} />
      )}
      {desk.error === undefined ? null : <ErrorNote error={desk.error} />}
      {
        {
          file: (
            <FileStep desk={desk}>
              <NeedsOffice>
                <DraftList programme={programme} />
              </NeedsOffice>
            </FileStep>
          ),
          columns: (
            <ColumnsStep desk={desk}>
              <KeepColumns desk={desk} mappings={mappings} />
            </ColumnsStep>
          ),
          problems: <ProblemsStep desk={desk} />,
          accounts: <AccountsStep {...shared} draft={draft} />,
          plan: <PlanStep {...shared} />,
          check: <CheckStep {...shared} />,
          sign: <SignStep {...shared} draft={draft} />,
        }[desk.state.step]
      }
    </>
  );
}

/** The address names the draft, so that a reload comes back to it. It never names anything else. */
function useDraftInAddress(address: string, id: string | undefined, shown: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (id === undefined || shown !== undefined) return;
    const search = { draft: id };
    void navigate({
      to: "/console/programmes/$address/new-cycle",
      params: { address },
      search,
      replace: true,
    });
  }, [navigate, address, id, shown]);
}

interface RestoringDraftProps {
  readonly address: string;
  readonly restoring: Exclude<Restoring, { kind: "done" }>;
}

function RestoringDraft({ address, restoring }: RestoringDraftProps) {
  switch (restoring.kind) {
    case "opening":
      return <Busy>{words.draft.opening}</Busy>;
    case "locked":
      return (
        <NeedsOffice>
          <UnlockHouseholds why={words.draft.unlockWhy} />
        </NeedsOffice>
      );
    case "gone":
      return (
        <div className={classes.decision}>
          <p>{words.draft.gone}</p>
          <ButtonLink
            to="/console/programmes/$address/new-cycle"
            params={{ address }}
            search={{}}
            variant="default"
          >
            {words.draft.startNew}
          </ButtonLink>
        </div>
      );
    case "failed":
      return <ErrorNote error={restoring.error} onRetry={restoring.retry} />;
  }
}

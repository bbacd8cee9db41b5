// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import type { CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import type { NamelessEntry } from "#sdk/list/index.ts";
import { useCycleDetail } from "../../shared/cycles/index.ts";
import { CycleFrame } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { countOf, showDay, showMoney } from "../../shared/format/index.ts";
import { UnlockHouseholds, useHouseholdIds } from "../../shared/households/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { notify } from "../../shared/notice/index.ts";
import { NeedsOffice } from "../../shared/office/index.ts";
import { Empty, Section } from "../../shared/ui/index.ts";
import {
  type MessagePlan,
  messagesCsv,
  type Recipients,
  recipientsOf,
  withoutPhoneCsv,
} from "./messageRows.ts";
import classes from "./messages.module.css";
import { PreviewSection } from "./PreviewSection.tsx";
import { saveCsv } from "./saveCsv.ts";
import { TemplateSection, templateFault } from "./TemplateSection.tsx";
import { useListEntries } from "./useListEntries.ts";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/cycles/$cycle/messages");
const SECONDS_A_DAY = 86_400;

/** The message list of a cycle, put together in the browser from the nameless list and the office's sealed household map. */
export function MessagesPage() {
  return (
    <CycleFrame params={route.useParams()} title={words.title} intro={words.intro}>
      {(programme, number) => (
        <NeedsOffice>
          <ListReader programme={programme} number={number} />
        </NeedsOffice>
      )}
    </CycleFrame>
  );
}

interface ListReaderProps {
  readonly programme: ProgrammeHandle;
  readonly number: number;
}

function ListReader({ programme, number }: ListReaderProps) {
  const cycle = useCycleDetail(programme, number);
  const entries = useListEntries(programme, number);
  const error = cycle.error ?? entries.error;
  if (error && (cycle.data === undefined || entries.data === undefined)) return <ErrorNote error={error} />;
  if (cycle.data === undefined || entries.data === undefined) return <LoadingRows />;
  if (entries.data === null) {
    return (
      <div className={classes.panel}>
        <Empty title={words.noList}>{words.noListHint}</Empty>
      </div>
    );
  }
  return <Messages programme={programme} cycle={cycle.data} entries={entries.data} />;
}

interface MessagesProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
  readonly entries: readonly NamelessEntry[];
}

function Messages({ programme, cycle, entries }: MessagesProps) {
  const [template, setTemplate] = useState(words.template.start);
  // Typing stays quick: the preview of a long list follows a moment later.
  const settled = useDeferredValue(template);
  const accounts = useMemo(() => entries.map(({ account }) => account), [entries]);
  const { state, households, error } = useHouseholdIds(accounts);
  const recipients = useMemo(() => recipientsOf(entries, households), [entries, households]);
  const { currency, name } = programme;
  const plan = useMemo<MessagePlan>(
    () => ({
      template: settled,
      common: { opens: dayOf(cycle.opensAt), expires: dayOf(cycle.expiresAt), programme: name },
      showAmount: (amount) => showMoney(amount, currency),
    }),
    [settled, cycle.opensAt, cycle.expiresAt, currency, name],
  );
  return (
    <>
      <TemplateSection value={template} onChange={setTemplate} />
      <UnlockHouseholds why={words.why} />
      {state === "failed" ? <ErrorNote error={error} /> : null}
      {state === "loading" ? (
        <div role="status">
          <p className={classes.soft}>{words.reading}</p>
          <LoadingRows />
        </div>
      ) : null}
      {state === "ready" ? (
        <>
          <PreviewSection recipients={recipients} plan={plan} />
          <SaveSection cycle={cycle.cycle} recipients={recipients} plan={plan} />
        </>
      ) : null}
    </>
  );
}

/** The day of a moment in Unix seconds, in UTC as the ledger counts days. */
function dayOf(seconds: number): string {
  return showDay(Math.floor(seconds / SECONDS_A_DAY));
}

interface SaveSectionProps {
  readonly cycle: number;
  readonly recipients: Recipients;
  readonly plan: MessagePlan;
}

function SaveSection({ cycle, recipients, plan }: SaveSectionProps) {
  const text = words.save;
  const { withPhone, withoutPhone } = recipients;
  const saving = useMutation({
    mutationFn: () => messagesCsv(withPhone, plan),
    onSuccess: (file) => {
      saveCsv(text.file(cycle), file);
      notify({ text: text.saved(countOf(withPhone.length, text.message)) });
    },
    // The file holds phone numbers: it does not stay in the page.
    gcTime: 0,
  });
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.buttons}>
          <Button
            disabled={withPhone.length === 0 || templateFault(plan.template) !== undefined}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {text.all}
          </Button>
          {withoutPhone.length === 0 ? null : (
            <Button
              variant="default"
              onClick={() => saveCsv(text.withoutFile(cycle), withoutPhoneCsv(withoutPhone))}
            >
              {text.without}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}

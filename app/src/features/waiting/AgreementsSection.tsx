// SPDX-License-Identifier: Apache-2.0

import type { OwnAgreement } from "#sdk/agreements/index.ts";
import { stepText } from "../../shared/agreements/index.ts";
import { showMoment } from "../../shared/format/index.ts";
import { ButtonLink, type Column, DataTable, Section } from "../../shared/ui/index.ts";
import { type AgreementTask, agreementTasks } from "./agreementTasks.ts";
import { words } from "./words/index.ts";

const text = words.agreements;

/** What waits for the reader in agreements with partners: as an officer of either side, a monitor, an arbiter, or a source of money. */
export function AgreementsSection({ agreements }: { readonly agreements: readonly OwnAgreement[] }) {
  const tasks = agreementTasks(agreements);
  if (tasks.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable labelledBy={headingId} columns={COLUMNS} rows={tasks} rowKey={({ key }) => key} />
      )}
    </Section>
  );
}

function whatOf({ step, act }: AgreementTask): string {
  if (step !== undefined) return stepText(step);
  return text.proposal(showMoment(act?.proposedAt ?? 0));
}

const COLUMNS: readonly [Column<AgreementTask>, ...Column<AgreementTask>[]] = [
  { key: "what", header: words.columns.what, isWide: true, cell: whatOf },
  { key: "agreement", header: text.agreement, canWrap: true, cell: ({ title }) => title },
  {
    key: "until",
    header: text.until,
    cell: ({ step }) => (step?.until === undefined ? undefined : showMoment(step.until)),
  },
  {
    key: "step",
    header: words.columns.step,
    isWide: true,
    isStep: true,
    cell: (task) => (
      <ButtonLink
        size="xs"
        variant="light"
        to="/console/agreements/$address"
        params={{ address: task.agreement }}
        aria-label={words.stepOf(text.open, `${whatOf(task)}, ${task.title}`)}
      >
        {text.open}
      </ButtonLink>
    ),
  },
];

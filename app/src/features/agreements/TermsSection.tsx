// SPDX-License-Identifier: Apache-2.0

import type { Agreement } from "../../shared/api/index.ts";
import { donorWords, TransactionLink } from "../../shared/donor/index.ts";
import { showCount, showDay } from "../../shared/format/index.ts";
import { type Column, DataTable, HexValue, Section } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

type Terms = Agreement["terms"][number];

const columns: readonly [Column<Terms>, ...Column<Terms>[]] = [
  { key: "version", header: words.columns.version, cell: ({ version }) => showCount(version) },
  { key: "signed", header: words.columns.signed, cell: ({ acceptedDay }) => showDay(acceptedDay) },
  {
    key: "fingerprint",
    header: words.columns.fingerprint,
    cell: ({ termsHash }) => <HexValue value={termsHash} what={words.columns.fingerprint} />,
  },
  {
    key: "transaction",
    header: donorWords.transaction,
    cell: ({ transaction }) => <TransactionLink hash={transaction} />,
  },
];

/** Every version of the terms that both sides signed. */
export function TermsSection({ agreement: { terms } }: { readonly agreement: Agreement }) {
  if (terms.length === 0) return null;
  return (
    <Section title={words.terms.title} hint={words.terms.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columns}
          rows={terms}
          rowKey={({ version }) => String(version)}
        />
      )}
    </Section>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import type { DocumentRecord } from "../../shared/api/index.ts";
import { isoMoment, showMoment } from "../../shared/format/index.ts";
import { type Column, HexValue } from "../../shared/ui/index.ts";
import { labelOf, words } from "../../shared/words/index.ts";

const text = words.documents;

export const recordColumns: readonly [Column<DocumentRecord>, ...Column<DocumentRecord>[]] = [
  {
    key: "organisation",
    header: text.columns.organisation,
    cell: ({ organisation }) => organisation.name,
  },
  {
    key: "kind",
    header: text.columns.kind,
    canWrap: true,
    cell: ({ kind }) => labelOf(words.documentKinds, kind),
  },
  {
    key: "when",
    header: text.columns.when,
    cell: ({ recordedAt }) => <time dateTime={isoMoment(recordedAt)}>{showMoment(recordedAt)}</time>,
  },
  {
    key: "where",
    header: text.columns.where,
    canWrap: true,
    isWide: true,
    cell: ({ uri }) => <Whereabouts uri={uri} />,
  },
  {
    key: "officer",
    header: text.columns.officer,
    cell: ({ officer }) => <HexValue value={officer} what={text.theOfficer} />,
  },
  {
    key: "transaction",
    header: text.columns.transaction,
    cell: ({ transaction }) => <HexValue value={transaction} what={text.theTransaction} />,
  },
];

/** An officer wrote the address freely: only a web address becomes a link, and it learns nothing about the reader. */
function Whereabouts({ uri }: { readonly uri: string }) {
  if (uri === "") return text.notSaid;
  if (!uri.startsWith("https://")) return uri;
  return (
    <Anchor href={uri} target="_blank" rel="noopener noreferrer nofollow" inherit>
      {uri}
    </Anchor>
  );
}

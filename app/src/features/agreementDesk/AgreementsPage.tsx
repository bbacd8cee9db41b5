// SPDX-License-Identifier: Apache-2.0

import type { OwnAgreement } from "#sdk/agreements/index.ts";
import {
  AGREEMENT_TONES,
  agreementWords,
  stepText,
  useOwnAgreements,
} from "../../shared/agreements/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { Page } from "../../shared/layout/index.ts";
import {
  Amount,
  type Column,
  DataTable,
  Empty,
  Section,
  StateBadge,
  TextLink,
} from "../../shared/ui/index.ts";
import { ConnectHere, useWallet } from "../../shared/wallet/index.ts";
import classes from "./agreementDesk.module.css";
import { DraftsPart } from "./drafts/DraftsPart.tsx";
import { words } from "./words/index.ts";

const text = words.list;

/** Agreements in which whoever is connected has a part, with what waits for them. */
export function AgreementsPage() {
  const { address } = useWallet();
  return (
    <Page title={text.title} intro={<p>{text.intro}</p>}>
      {address === undefined ? <ConnectHere /> : <OwnList key={address} address={address} />}
      <DraftsPart />
    </Page>
  );
}

function OwnList({ address }: { readonly address: string }) {
  const query = useOwnAgreements(address);
  return (
    <Section title={text.own} hint={text.ownHint}>
      {(headingId) => (
        <Loaded query={query}>
          {(agreements) =>
            agreements.length === 0 ? (
              <Empty title={text.none}>{text.noneHint}</Empty>
            ) : (
              <DataTable
                labelledBy={headingId}
                columns={COLUMNS}
                rows={agreements}
                rowKey={({ handle }) => handle.address}
                cardsBelow={62}
              />
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

const COLUMNS: readonly [Column<OwnAgreement>, ...Column<OwnAgreement>[]] = [
  {
    key: "title",
    header: text.columns.title,
    canWrap: true,
    cell: ({ handle }) => (
      <TextLink to="/console/agreements/$address" params={{ address: handle.address }}>
        {handle.title}
      </TextLink>
    ),
  },
  {
    key: "state",
    header: text.columns.state,
    cell: ({ agreement: { state } }) => (
      <StateBadge tone={AGREEMENT_TONES[state]} label={agreementWords.states[state]} />
    ),
  },
  {
    key: "committed",
    header: text.columns.committed,
    isFigure: true,
    cell: ({ handle, agreement }) => (
      <Amount value={agreement.money.committed} currency={handle.currency} withCode />
    ),
  },
  {
    key: "paid",
    header: text.columns.paid,
    isFigure: true,
    cell: ({ handle, agreement }) => (
      <Amount value={agreement.money.paid} currency={handle.currency} withCode />
    ),
  },
  {
    key: "waits",
    header: text.columns.waits,
    isWide: true,
    canWrap: true,
    cell: (own) => <Waiting own={own} />,
  },
];

function Waiting({ own: { steps, acts } }: { readonly own: OwnAgreement }) {
  const lines = [
    ...steps.map((step) => stepText(step)),
    ...(acts.length === 0 ? [] : [countOf(acts.length, text.proposals)]),
  ];
  if (lines.length === 0) return <span className={classes.soft}>{text.nothing}</span>;
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

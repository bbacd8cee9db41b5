// SPDX-License-Identifier: Apache-2.0

import type { PublicCouncil } from "../../shared/api/index.ts";
import { accountName, councilWords } from "../../shared/council/index.ts";
import { shorten, showCount, showDuration, showMoment } from "../../shared/format/index.ts";
import { type Column, DataTable, FactGrid, HexValue, Section } from "../../shared/ui/index.ts";
import type { Ground } from "./ground.ts";
import { words } from "./words/index.ts";

type Member = PublicCouncil["members"][number];

/** The organisations that decide. */
export function MembersSection({ ground: { council, names } }: { readonly ground: Ground }) {
  const text = words.members;
  const columns: readonly [Column<Member>, ...Column<Member>[]] = [
    {
      key: "member",
      header: text.columns.member,
      cell: ({ account }) => names.members.get(account.toLowerCase()) ?? text.unnamed,
    },
    {
      key: "account",
      header: text.columns.account,
      cell: ({ account }) => <HexValue value={account} what={text.theAddress(accountName(names, account))} />,
    },
    {
      key: "nameHash",
      header: text.columns.nameHash,
      cell: ({ nameHash, account }) => (
        <HexValue value={nameHash} what={text.theNameHash(accountName(names, account))} />
      ),
    },
  ];
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columns}
          rows={council.members}
          rowKey={({ account }) => account}
        />
      )}
    </Section>
  );
}

/** What it takes to decide. */
export function RulesSection({ council }: { readonly council: PublicCouncil }) {
  const text = words.rules;
  const of = (needed: number) => text.of(showCount(needed), showCount(council.members.length));
  const wait = (seconds: number) => (seconds === 0 ? text.atOnce : showDuration(seconds));
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <FactGrid
          facts={[
            [text.quorum, of(council.quorum)],
            [text.upgradeQuorum, of(council.upgradeQuorum)],
            [text.delay, wait(council.delay)],
            [text.upgradeDelay, wait(council.upgradeDelay)],
            [text.gracePeriod, showDuration(council.gracePeriod)],
            [text.epoch, showCount(council.epoch)],
            [text.address, <HexValue key="address" value={council.address ?? ""} what={text.theAddress} />],
          ]}
        />
      )}
    </Section>
  );
}

type Arbiter = PublicCouncil["arbiters"][number];

/** Whom the council recommends to decide disputes; nothing while it named nobody. */
export function ArbitersSection({ council: { arbiters } }: { readonly council: PublicCouncil }) {
  const text = words.arbiters;
  if (arbiters.length === 0) return null;
  const columns: readonly [Column<Arbiter>, ...Column<Arbiter>[]] = [
    {
      key: "arbiter",
      header: councilWords.facts.arbiter,
      cell: ({ account }) => <HexValue value={account} what={text.theAddress(shorten(account))} />,
    },
    {
      key: "until",
      header: councilWords.facts.until,
      cell: ({ until }) => (until === null ? councilWords.values.noEnd : showMoment(until)),
    },
  ];
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columns}
          rows={arbiters}
          rowKey={({ account }) => account}
        />
      )}
    </Section>
  );
}

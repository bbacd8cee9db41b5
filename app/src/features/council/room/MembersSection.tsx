// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type CouncilSeat, nameOfMember } from "#sdk/council/index.ts";
import { LEDGER_KEY } from "../../../shared/api/index.ts";
import { keepName, type Names } from "../../../shared/councilRoom/index.ts";
import { shorten } from "../../../shared/format/index.ts";
import { type Column, DataTable, HexValue, Section } from "../../../shared/ui/index.ts";
import { useWallet } from "../../../shared/wallet/index.ts";
import classes from "../council.module.css";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";

const text = words.members;

/** The seats, with the names that are known here. */
export function MembersSection({ ground: { council, names } }: { readonly ground: CouncilGround }) {
  const { address } = useWallet();
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          <div className={classes.table}>
            <DataTable
              labelledBy={headingId}
              columns={columnsOf(names, address)}
              rows={council.members}
              rowKey={({ account }) => account}
            />
          </div>
          {council.members.some(({ account }) => !names.members.has(account.toLowerCase())) ? (
            <CheckName members={council.members} />
          ) : null}
        </>
      )}
    </Section>
  );
}

function columnsOf(
  names: Names,
  you: string | undefined,
): readonly [Column<CouncilSeat>, ...Column<CouncilSeat>[]] {
  const nameOf = ({ account }: CouncilSeat) => names.members.get(account.toLowerCase());
  return [
    {
      key: "member",
      header: text.columns.member,
      cell: (seat) => (
        <span className={classes.name}>
          {nameOf(seat) ?? <span className={classes.you}>{text.unnamed}</span>}
          {seat.account.toLowerCase() === you?.toLowerCase() ? (
            <span className={classes.you}>({text.you})</span>
          ) : null}
        </span>
      ),
    },
    {
      key: "account",
      header: text.columns.account,
      cell: (seat) => (
        <HexValue value={seat.account} what={text.theAddress(nameOf(seat) ?? shorten(seat.account))} />
      ),
    },
    {
      key: "kind",
      header: text.columns.kind,
      cell: ({ isContract }) => (isContract ? text.shared : text.key),
    },
  ];
}

/** Whoever knows a member's name can have it checked against the fingerprint. */
function CheckName({ members }: { readonly members: readonly CouncilSeat[] }) {
  const [name, setName] = useState("");
  const [answer, setAnswer] = useState<string>();
  const queryClient = useQueryClient();
  const check = (event: FormEvent) => {
    event.preventDefault();
    const found = members.find((member) => nameOfMember(member, [name.trim()]) !== undefined);
    setAnswer(found === undefined ? text.noMember : text.checked(name.trim(), shorten(found.account)));
    if (found === undefined) return;
    keepName(name.trim());
    setName("");
    void queryClient.invalidateQueries({ queryKey: [LEDGER_KEY, "council"] });
  };
  return (
    <form className={classes.stack} onSubmit={check}>
      <div className={classes.form}>
        <TextInput
          label={text.check}
          description={text.checkHint}
          value={name}
          autoComplete="off"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" disabled={name.trim() === ""}>
            {text.checkDo}
          </Button>
        </div>
      </div>
      <p role="status">{answer}</p>
    </form>
  );
}

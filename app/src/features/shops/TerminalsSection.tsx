// SPDX-License-Identifier: Apache-2.0

import {
  type ProgrammeHandle,
  revokeTerminalCall,
  type ShopDetail,
  type Terminal,
} from "#sdk/agency/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { inCurrency, shorten, showCount } from "../../shared/format/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import {
  Amount,
  type Column,
  DataTable,
  Empty,
  HexValue,
  Section,
  StateBadge,
} from "../../shared/ui/index.ts";
import { AuthoriseTerminal } from "./AuthoriseTerminal.tsx";
import classes from "./shops.module.css";
import { words } from "./words/index.ts";

const text = words.terminals;

interface TerminalsSectionProps {
  readonly programme: ProgrammeHandle;
  readonly shop: ShopDetail;
}

/** The keys that sell for a shop. A custodian authorises and revokes them at once; nothing of it moves money. */
export function TerminalsSection({ programme, shop }: TerminalsSectionProps) {
  const officer = useOfficer();
  const canRevoke = officer?.has("Custodian") || officer?.has("Guardian") || false;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          {shop.terminals.length === 0 ? (
            <Empty title={text.empty}>{text.emptyHint}</Empty>
          ) : (
            <DataTable
              labelledBy={headingId}
              columns={columnsOf(programme, canRevoke)}
              rows={shop.terminals}
              rowKey={({ terminal }) => terminal}
              cardsBelow={56}
            />
          )}
          <AuthoriseTerminal programme={programme} shop={shop} />
        </>
      )}
    </Section>
  );
}

function columnsOf(
  programme: ProgrammeHandle,
  canRevoke: boolean,
): readonly [Column<Terminal>, ...Column<Terminal>[]] {
  const revoke: Column<Terminal> = {
    key: "revoke",
    header: text.revoke,
    isWide: true,
    isStep: true,
    cell: (row) => <Revoke programme={programme} row={row} />,
  };
  return [
    {
      key: "terminal",
      header: text.terminal,
      cell: ({ terminal }) => <HexValue value={terminal} what={text.theTerminal} />,
    },
    {
      key: "status",
      header: text.status,
      cell: ({ status }) => (
        <StateBadge tone={status === "active" ? "good" : "quiet"} label={text.statuses[status]} />
      ),
    },
    {
      key: "next",
      header: text.nextReceipt,
      isFigure: true,
      cell: ({ nextNumber }) => showCount(nextNumber),
    },
    {
      key: "limit",
      header: inCurrency(text.limit, programme.currency),
      isFigure: true,
      cell: ({ limit }) => <Amount value={limit} currency={programme.currency} />,
    },
    ...(canRevoke ? [revoke] : []),
  ];
}

interface RevokeProps {
  readonly programme: ProgrammeHandle;
  readonly row: Terminal;
}

function Revoke({ programme, row: { terminal, status } }: RevokeProps) {
  const act = useAct({ name: `revoke-${terminal}` });
  if (status === "revoked") return "–";
  return (
    <div className={classes.revoke} title={text.revokeHint}>
      <ActButton
        act={act}
        onRun={() => revokeTerminalCall(programme, terminal)}
        variant="default"
        size="xs"
        label={text.revokeOf(shorten(terminal))}
      >
        {text.revoke}
      </ActButton>
      <ActStatus act={act} />
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { type Arbiter, type ArbiterPanel, seatArbiterCall } from "#sdk/council/index.ts";
import { ActButton, ActStatus, useAct } from "../../../shared/act/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { type Column, DataTable, HexValue, Section, StateBadge } from "../../../shared/ui/index.ts";
import { useWallet } from "../../../shared/wallet/index.ts";
import classes from "../council.module.css";
import { type CouncilGround, useArbiters } from "../queries.ts";
import { words } from "../words/index.ts";

const text = words.arbiters;

/** Whom the council named; nothing while it named nobody. */
export function ArbitersSection({ ground }: { readonly ground: CouncilGround }) {
  const { data: panel } = useArbiters(ground);
  if (panel?.organisation === undefined || panel.arbiters.length === 0) return null;
  return <Known ground={ground} panel={panel} organisation={panel.organisation} />;
}

interface KnownProps {
  readonly ground: CouncilGround;
  readonly panel: ArbiterPanel;
  readonly organisation: number;
}

function Known({ ground, panel, organisation }: KnownProps) {
  const act = useAct({ name: "seatArbiter" });
  const { address, isOnChain } = useWallet();
  const { book, council } = ground;
  const mayBegin = ({ readyAt }: Arbiter) =>
    readyAt !== undefined && readyAt <= council.time && address !== undefined && isOnChain;
  const columns: readonly [Column<Arbiter>, ...Column<Arbiter>[]] = [
    {
      key: "arbiter",
      header: text.columns.arbiter,
      cell: ({ account }) => <HexValue value={account} what={text.theAddress} />,
    },
    {
      key: "state",
      header: text.columns.state,
      cell: ({ readyAt }) => (
        <StateBadge
          tone={readyAt === undefined ? "good" : "waiting"}
          label={readyAt === undefined ? text.serves : text.waits(showMoment(readyAt))}
        />
      ),
    },
    {
      key: "until",
      header: text.columns.until,
      cell: ({ until }) => (until === undefined ? words.values.noEnd : showMoment(until)),
    },
    {
      key: "step",
      header: text.columns.step,
      isStep: true,
      cell: (arbiter) =>
        mayBegin(arbiter) ? (
          <ActButton
            act={act}
            size="xs"
            variant="light"
            onRun={() => seatArbiterCall(book, organisation, arbiter.account)}
          >
            {text.begin}
          </ActButton>
        ) : undefined,
    },
  ];
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          <div className={classes.table}>
            <DataTable
              labelledBy={headingId}
              columns={columns}
              rows={panel.arbiters}
              rowKey={({ account, readyAt }) => `${account} ${readyAt ?? ""}`}
            />
          </div>
          {act.state.kind === "idle" ? null : (
            <div className={classes.stack}>
              <ActStatus act={act} />
            </div>
          )}
        </>
      )}
    </Section>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CustodianRequest, RequestState } from "#sdk/office/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { shorten, showCount, showMoment } from "../../../shared/format/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import { type Column, DataTable, Empty, Section, StateBadge, type Tone } from "../../../shared/ui/index.ts";
import { words } from "../words/index.ts";

const text = words.opening;
/** Preparers ask at any time; the office tells nobody by itself. */
const POLL_MS = 10_000;

const tones: Readonly<Record<RequestState, Tone>> = {
  open: "waiting",
  announced: "busy",
  done: "good",
  declined: "quiet",
};

type Choose = (request: CustodianRequest) => void;

/** Requests of preparers; those that are over only when asked for. */
export function RequestsSection({ onChoose }: { readonly onChoose: Choose }) {
  const { client } = useOffice();
  const [showsAll, setShowsAll] = useState(false);
  const query = useQuery({
    queryKey: [OFFICE_KEY, "requests"],
    queryFn: () => client.listRequests(),
    refetchInterval: POLL_MS,
  });
  return (
    <Section
      title={text.requests}
      hint={text.requestsHint}
      aside={
        showsAll ? null : (
          <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
            {text.show}
          </Button>
        )
      }
    >
      {(headingId) => (
        <Loaded query={query}>
          {(requests) => {
            const shown = requests.filter((request) => showsAll || isWaiting(request));
            return shown.length === 0 ? (
              <Empty icon="check" title={text.empty}>
                {text.emptyHint}
              </Empty>
            ) : (
              <DataTable
                labelledBy={headingId}
                columns={columnsWith(onChoose)}
                rows={shown}
                rowKey={({ id }) => id}
              />
            );
          }}
        </Loaded>
      )}
    </Section>
  );
}

function isWaiting({ state }: CustodianRequest): boolean {
  return state === "open" || state === "announced";
}

function columnsWith(onChoose: Choose): readonly [Column<CustodianRequest>, ...Column<CustodianRequest>[]] {
  return [
    { key: "list", header: text.columns.list, canWrap: true, cell: ({ title }) => title },
    { key: "count", header: text.columns.count, isFigure: true, cell: ({ count }) => showCount(count) },
    {
      key: "state",
      header: text.columns.state,
      cell: ({ state }) => <StateBadge tone={tones[state]} label={text.states[state]} />,
    },
    {
      key: "from",
      header: text.columns.from,
      cell: ({ createdBy }) => <code>{shorten(createdBy)}</code>,
    },
    { key: "when", header: text.columns.when, cell: ({ createdAt }) => showMoment(createdAt) },
    {
      key: "choose",
      header: text.columns.next,
      cell: (request) =>
        isWaiting(request) ? (
          <Button
            size="xs"
            variant={request.state === "open" ? "filled" : "default"}
            aria-label={text.chooseList(request.title)}
            onClick={() => onChoose(request)}
          >
            {text.choose}
          </Button>
        ) : null,
    },
  ];
}

// SPDX-License-Identifier: Apache-2.0

import { useCallback } from "react";
import { Section } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";
import type { AccountsFound } from "../worker/ledgerProtocol.ts";
import type { Stretch } from "../worker/protocol.ts";
import { problemColumns } from "./ProblemsPanel.tsx";
import { StretchTable } from "./StretchTable.tsx";

interface UnpayableRowsProps {
  readonly desk: ImportDesk;
  readonly accounts: AccountsFound;
}

/** The rows of the file that have no account, or share one. */
export function UnpayableRows({ desk, accounts }: UnpayableRowsProps) {
  const { worker } = desk;
  const load = useCallback(
    (stretch: Stretch) => (accounts ? worker.ask("accountProblems", stretch) : Promise.resolve([])),
    [worker, accounts],
  );
  return (
    <Section title={words.accounts.tableTitle} hint={words.problems.tableHint}>
      {(headingId) => (
        <StretchTable
          labelledBy={headingId}
          columns={problemColumns}
          count={accounts.unopened + accounts.linkedTwice}
          load={load}
          cardsBelow={62}
        />
      )}
    </Section>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { DeskFrame } from "../../shared/desk/index.ts";
import { Reconcile } from "./Reconcile.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/reconcile");

/** Compare a shop's statement with the ledger, and put the result on record. */
export function ReconcilePage() {
  const { address } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {(programme) => (
        <Reconcile
          programme={programme}
          chosen={search}
          onChoose={(next) =>
            void navigate({
              to: "/console/programmes/$address/reconcile",
              params: { address },
              search: next,
              replace: true,
            })
          }
        />
      )}
    </DeskFrame>
  );
}

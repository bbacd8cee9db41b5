// SPDX-License-Identifier: Apache-2.0

import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { ActList } from "../../shared/acts/index.ts";
import { DeskFrame, Loaded, useShopDetails } from "../../shared/desk/index.ts";
import { OwedTable } from "./OwedTable.tsx";
import { SettlementForm } from "./SettlementForm.tsx";
import { SettlementList } from "./SettlementList.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/settle");
const ACTS = ["settle", "confirmSettlement", "returnSettlement"];

/** What shops are owed, the settlement of one of them, proposals, and what was settled. */
export function SettlePage() {
  const { address } = route.useParams();
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {(programme) => (
        <>
          <Preparing programme={programme} />
          <ActList programme={programme} names={ACTS} title={words.proposals} hidesEmpty />
          <SettlementList programme={programme} />
        </>
      )}
    </DeskFrame>
  );
}

/** The table of what is owed or, once one line of it is chosen, the form for it. */
function Preparing({ programme }: { readonly programme: ProgrammeHandle }) {
  const query = useShopDetails(programme);
  const { shop, cycle, statement } = route.useSearch();
  const navigate = useNavigate();
  const show = (search: { shop?: number; cycle?: number }) =>
    void navigate({
      to: "/console/programmes/$address/settle",
      params: { address: programme.address },
      search,
    });
  return (
    <Loaded query={query}>
      {(shops) => {
        const chosen = shops.find((known) => known.shop === shop);
        const ledger = chosen?.ledgers.find((known) => known.cycle === cycle);
        return chosen === undefined || ledger === undefined ? (
          <OwedTable programme={programme} shops={shops} onPrepare={show} />
        ) : (
          <SettlementForm
            key={`${shop} ${cycle}`}
            programme={programme}
            shop={chosen}
            ledger={ledger}
            recorded={statement}
            onCancel={() => show({})}
          />
        );
      }}
    </Loaded>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { ActList } from "../../shared/acts/index.ts";
import { DeskFrame, Loaded, useShopDetails } from "../../shared/desk/index.ts";
import { TextLink } from "../../shared/ui/index.ts";
import { RegisterShop } from "./RegisterShop.tsx";
import { ShopCard } from "./ShopCard.tsx";
import { ShopTable } from "./ShopTable.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/shops");
const ACTS = ["registerShop", "changeShopTerms", "changePayout"];

/** The programme's shops; one of them with its terminals when the page's address names it. */
export function ShopsPage() {
  const { address } = route.useParams();
  const { shop } = route.useSearch();
  const back =
    shop === undefined ? undefined : (
      <TextLink to="/console/programmes/$address/shops" params={{ address }} search={{}}>
        {words.shop.back}
      </TextLink>
    );
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro} back={back}>
      {(programme) => (
        <>
          <Shops programme={programme} open={shop} />
          <ActList programme={programme} names={ACTS} title={words.proposals} hidesEmpty />
          {shop === undefined ? <RegisterShop programme={programme} /> : null}
        </>
      )}
    </DeskFrame>
  );
}

interface ShopsProps {
  readonly programme: ProgrammeHandle;
  readonly open: number | undefined;
}

function Shops({ programme, open }: ShopsProps) {
  const query = useShopDetails(programme);
  return (
    <Loaded query={query}>
      {(shops) => {
        const chosen = shops.find((known) => known.shop === open);
        return chosen === undefined ? (
          <ShopTable programme={programme} shops={shops} />
        ) : (
          <ShopCard key={chosen.shop} programme={programme} shop={chosen} />
        );
      }}
    </Loaded>
  );
}

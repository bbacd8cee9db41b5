// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import { DeskFrame } from "../../shared/desk/index.ts";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/cycles/$cycle/load");

/** Where an approved list goes onto the ledger. */
export function LoadPage() {
  const { address, cycle } = route.useParams();
  return (
    <DeskFrame address={address} title={words.title(Number(cycle))} intro={words.intro}>
      {() => null}
    </DeskFrame>
  );
}

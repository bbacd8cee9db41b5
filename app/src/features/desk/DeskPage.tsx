// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { ActList } from "../../shared/acts/index.ts";
import { DeskFrame } from "../../shared/desk/index.ts";
import { useOfficer, useProgrammeHandle } from "../../shared/ledger/index.ts";
import { ButtonLink, TextLink } from "../../shared/ui/index.ts";
import { CyclesSection } from "./CyclesSection.tsx";
import classes from "./desk.module.css";
import { MoneyActs } from "./MoneyActs.tsx";
import { MoneySection } from "./MoneySection.tsx";
import { PausedNote } from "./pause/PausedNote.tsx";
import { PauseSection } from "./pause/PauseSection.tsx";
import { usePauses } from "./pause/usePauses.ts";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address");

/** A programme as its officers work with it: proposals that wait, cycles with their next steps, and its money. */
export function DeskPage() {
  const { address } = route.useParams();
  const { data } = useProgrammeHandle(address);
  return (
    <DeskFrame address={address} title={data?.name ?? words.title} isProgramme>
      {(programme) => <Desk programme={programme} />}
    </DeskFrame>
  );
}

/** What a closed programme can do no more is left out; everything that happened in it stays. */
function Desk({ programme }: { readonly programme: ProgrammeHandle }) {
  const { data } = usePauses(programme);
  const isClosed = data?.isClosed ?? false;
  return (
    <>
      <PausedNote programme={programme} />
      <DeskLinks programme={programme} isClosed={isClosed} />
      <ActList programme={programme} hidesEmpty />
      <CyclesSection programme={programme} />
      <MoneySection programme={programme} isClosed={isClosed} />
      {isClosed ? null : <MoneyActs programme={programme} />}
      <PauseSection programme={programme} />
    </>
  );
}

interface DeskLinksProps {
  readonly programme: ProgrammeHandle;
  readonly isClosed: boolean;
}

/** The programme's other pages. A new cycle is the one filled button, for those who may prepare it. */
function DeskLinks({ programme: { address }, isClosed }: DeskLinksProps) {
  const officer = useOfficer();
  const params = { address };
  return (
    <nav className={classes.links} aria-label={words.more}>
      {isClosed ? null : (
        <ButtonLink
          to="/console/programmes/$address/new-cycle"
          params={params}
          variant={officer?.has("Preparer") ? "filled" : "default"}
        >
          {words.newCycle}
        </ButtonLink>
      )}
      <TextLink to="/console/programmes/$address/shops" params={params}>
        {words.shops}
      </TextLink>
      <TextLink to="/console/programmes/$address/receipts" params={params}>
        {words.receipts}
      </TextLink>
      <TextLink to="/console/programmes/$address/reconcile" params={params}>
        {words.reconcile}
      </TextLink>
      <TextLink to="/console/programmes/$address/settle" params={params}>
        {words.settle}
      </TextLink>
      <TextLink to="/console/programmes/$address/close" params={params}>
        {words.close}
      </TextLink>
      <TextLink to="/programmes/$address" params={params}>
        {words.public}
      </TextLink>
    </nav>
  );
}

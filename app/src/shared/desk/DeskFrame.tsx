// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { Page } from "../layout/index.ts";
import { useProgrammeHandle } from "../ledger/index.ts";
import { TextLink } from "../ui/index.ts";
import { AddressPage } from "./AddressPage.tsx";
import { DeskPath } from "./DeskPath.tsx";
import { Loaded } from "./Loaded.tsx";

interface DeskFrameProps {
  /** As it stands in the page's address; checked here. */
  readonly address: string;
  readonly title: string;
  readonly intro?: ReactNode;
  /** Links between the programme and this page, such as the way back to a list. */
  readonly back?: ReactNode;
  /** This is the programme's own page: the path does not lead to it. */
  readonly isProgramme?: boolean;
  readonly children: (programme: ProgrammeHandle) => ReactNode;
}

/** The frame of every console page of one programme. It reads the node, so it stands with the history server down. */
export function DeskFrame(props: DeskFrameProps) {
  const { address, title } = props;
  return (
    <AddressPage address={address} problem="programme-address" title={title} above={<DeskPath />}>
      <KnownFrame key={address} {...props} />
    </AddressPage>
  );
}

function KnownFrame({ address, title, intro, back, isProgramme = false, children }: DeskFrameProps) {
  const query = useProgrammeHandle(address);
  const above = (
    <DeskPath>
      {isProgramme || query.data === undefined ? null : <ProgrammeLink programme={query.data} />}
      {back}
    </DeskPath>
  );
  return (
    <Page title={title} above={above} intro={intro === undefined ? undefined : <p>{intro}</p>}>
      <Loaded query={query}>{children}</Loaded>
    </Page>
  );
}

function ProgrammeLink({ programme }: { readonly programme: ProgrammeHandle }) {
  return (
    <TextLink to="/console/programmes/$address" params={{ address: programme.address }}>
      {programme.name}
    </TextLink>
  );
}

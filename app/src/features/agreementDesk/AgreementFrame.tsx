// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { AddressPage, DeskPath, Loaded } from "../../shared/desk/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { TextLink } from "../../shared/ui/index.ts";
import { type AgreementView, useAgreement } from "./useAgreement.ts";
import { words } from "./words/index.ts";

interface AgreementFrameProps {
  /** As it stands in the page's address. */
  readonly address: string;
  readonly children: (view: AgreementView) => ReactNode;
}

/** The frame of the page of one agreement. It reads the node, so it stands with the history server down. */
export function AgreementFrame(props: AgreementFrameProps) {
  const { address } = props;
  return (
    <AddressPage
      address={address}
      problem="agreement-address"
      title={words.page.title}
      above={<AgreementPath />}
    >
      <KnownFrame key={address} {...props} />
    </AddressPage>
  );
}

function KnownFrame({ address, children }: AgreementFrameProps) {
  const query = useAgreement(address);
  const { data } = query;
  return (
    <Page
      title={data?.handle.title ?? words.page.title}
      above={<AgreementPath />}
      intro={
        data === undefined ? undefined : <p>{words.page.between(data.names.agency, data.names.partner)}</p>
      }
    >
      <Loaded query={query}>{children}</Loaded>
    </Page>
  );
}

/** The way back to the list of agreements and to what waits. */
export function AgreementPath() {
  return (
    <DeskPath>
      <TextLink to="/console/agreements">{words.list.title}</TextLink>
    </DeskPath>
  );
}

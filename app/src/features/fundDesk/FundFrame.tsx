// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { AddressPage, DeskPath, Loaded } from "../../shared/desk/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { TextLink } from "../../shared/ui/index.ts";
import { type FundView, useFund } from "./useFund.ts";
import { words } from "./words/index.ts";

interface FundFrameProps {
  /** As it stands in the page's address. */
  readonly address: string;
  readonly children: (view: FundView) => ReactNode;
}

const path = (
  <DeskPath>
    <TextLink to="/console/funds">{words.list.title}</TextLink>
  </DeskPath>
);

/** The frame of the page of one fund. It reads the node, so it stands with the history server down. */
export function FundFrame(props: FundFrameProps) {
  const { address } = props;
  return (
    <AddressPage address={address} problem="fund-address" title={words.page.title} above={path}>
      <KnownFrame key={address} {...props} />
    </AddressPage>
  );
}

function KnownFrame({ address, children }: FundFrameProps) {
  const query = useFund(address);
  const { data } = query;
  return (
    <Page
      title={data?.handle.name ?? words.page.title}
      above={path}
      intro={
        data === undefined ? undefined : (
          <p>
            {words.page.of(data.owner)}{" "}
            <TextLink to="/funds/$address" params={{ address: data.handle.address }} underline="always">
              {words.page.public}
            </TextLink>
          </p>
        )
      }
    >
      <Loaded query={query}>{children}</Loaded>
    </Page>
  );
}

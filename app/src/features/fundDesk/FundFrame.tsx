// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { appError, ErrorNote } from "../../shared/errors/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Icon, TextLink } from "../../shared/ui/index.ts";
import classes from "./fundDesk.module.css";
import { type FundView, useFund } from "./useFund.ts";
import { words } from "./words/index.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/i;

interface FundFrameProps {
  /** As it stands in the page's address; checked here. */
  readonly address: string;
  readonly children: (view: FundView) => ReactNode;
}

/** The frame of the page of one fund. It reads the node, so it stands with the history server down. */
export function FundFrame({ address, children }: FundFrameProps) {
  if (ADDRESS.test(address)) {
    return (
      <KnownFrame key={address} address={address}>
        {children}
      </KnownFrame>
    );
  }
  return (
    <Page title={words.page.title} above={<WayBack />}>
      <ErrorNote error={appError("fund-address")} />
    </Page>
  );
}

function KnownFrame({ address, children }: FundFrameProps) {
  const { data, error, refetch } = useFund(address);
  return (
    <Page
      title={data?.handle.name ?? words.page.title}
      above={<WayBack />}
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
      {data === undefined ? <NotYet error={error} onRetry={() => void refetch()} /> : children(data)}
    </Page>
  );
}

function NotYet({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return error ? <ErrorNote error={error} onRetry={onRetry} /> : <LoadingRows />;
}

/** The way back to the list of funds and to what waits. */
export function WayBack() {
  return (
    <nav className={classes.path} aria-label={words.path}>
      <TextLink to="/console">
        <Icon name="arrowLeft" size={16} />
        {words.waiting}
      </TextLink>
      <TextLink to="/console/funds">{words.list.title}</TextLink>
    </nav>
  );
}

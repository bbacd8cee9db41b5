// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { appError, ErrorNote } from "../../shared/errors/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Icon, TextLink } from "../../shared/ui/index.ts";
import classes from "./agreementDesk.module.css";
import { type AgreementView, useAgreement } from "./useAgreement.ts";
import { words } from "./words/index.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/i;

interface AgreementFrameProps {
  /** As it stands in the page's address; checked here. */
  readonly address: string;
  readonly children: (view: AgreementView) => ReactNode;
}

/** The frame of the page of one agreement. It reads the node, so it stands with the history server down. */
export function AgreementFrame({ address, children }: AgreementFrameProps) {
  if (ADDRESS.test(address)) {
    return (
      <KnownFrame key={address} address={address}>
        {children}
      </KnownFrame>
    );
  }
  return (
    <Page title={words.page.title} above={<WayBack />}>
      <ErrorNote error={appError("agreement-address")} />
    </Page>
  );
}

function KnownFrame({ address, children }: AgreementFrameProps) {
  const { data, error, refetch } = useAgreement(address);
  return (
    <Page
      title={data?.handle.title ?? words.page.title}
      above={<WayBack />}
      intro={
        data === undefined ? undefined : <p>{words.page.between(data.names.agency, data.names.partner)}</p>
      }
    >
      {data === undefined ? <NotYet error={error} onRetry={() => void refetch()} /> : children(data)}
    </Page>
  );
}

function NotYet({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return error ? <ErrorNote error={error} onRetry={onRetry} /> : <LoadingRows />;
}

/** The way back to the list of agreements and to what waits. */
export function WayBack() {
  return (
    <nav className={classes.path} aria-label={words.path}>
      <TextLink to="/console">
        <Icon name="arrowLeft" size={16} />
        {words.waiting}
      </TextLink>
      <TextLink to="/console/agreements">{words.list.title}</TextLink>
    </nav>
  );
}

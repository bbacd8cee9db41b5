// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { appError, ErrorNote } from "../errors/index.ts";
import { Page } from "../layout/index.ts";
import { useProgrammeHandle } from "../ledger/index.ts";
import { LoadingRows } from "../list/index.ts";
import { Icon, TextLink } from "../ui/index.ts";
import classes from "./DeskFrame.module.css";
import { words } from "./words/index.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/i;

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
export function DeskFrame({ address, ...rest }: DeskFrameProps) {
  if (ADDRESS.test(address)) return <KnownFrame key={address} address={address} {...rest} />;
  return (
    <Page title={rest.title} above={<WayBack />}>
      <ErrorNote error={appError("programme-address")} />
    </Page>
  );
}

function KnownFrame({ address, title, intro, back, isProgramme = false, children }: DeskFrameProps) {
  const { data, error, refetch } = useProgrammeHandle(address);
  const above = <WayBack programme={isProgramme ? undefined : data}>{back}</WayBack>;
  return (
    <Page title={title} above={above} intro={intro === undefined ? undefined : <p>{intro}</p>}>
      {data === undefined ? <NotYet error={error} onRetry={() => void refetch()} /> : children(data)}
    </Page>
  );
}

function NotYet({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return error ? <ErrorNote error={error} onRetry={onRetry} /> : <LoadingRows />;
}

interface WayBackProps {
  readonly programme?: ProgrammeHandle | undefined;
  readonly children?: ReactNode;
}

function WayBack({ programme, children }: WayBackProps) {
  return (
    <nav className={classes.path} aria-label={words.pathOfPages}>
      <TextLink to="/console">
        <Icon name="arrowLeft" size={16} />
        {words.waiting}
      </TextLink>
      {programme === undefined ? null : (
        <TextLink to="/console/programmes/$address" params={{ address: programme.address }}>
          {programme.name}
        </TextLink>
      )}
      {children}
    </nav>
  );
}

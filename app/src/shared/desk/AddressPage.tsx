// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { type AppErrorName, appError, ErrorNote } from "../errors/index.ts";
import { Page } from "../layout/index.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/i;

interface AddressPageProps {
  /** As it stands in the page's address; checked here. */
  readonly address: string;
  /** What is said when it is none. */
  readonly problem: AppErrorName;
  readonly title: string;
  readonly above: ReactNode;
  readonly children: ReactNode;
}

/** The page of a contract on the ledger, or that its address cannot be one. */
export function AddressPage({ address, problem, title, above, children }: AddressPageProps) {
  if (ADDRESS.test(address)) return children;
  return (
    <Page title={title} above={above}>
      <ErrorNote error={appError(problem)} />
    </Page>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ErrorNote } from "../../shared/errors/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Empty, TextLink } from "../../shared/ui/index.ts";
import classes from "./accounts.module.css";
import { HouseholdView } from "./HouseholdView.tsx";
import { SearchPanel } from "./SearchPanel.tsx";
import { useAccount } from "./useHousehold.ts";
import { words } from "./words/index.ts";

/** Finds a household and shows it. The page's address carries the account number, never the office's own id. */
export function AccountsPage() {
  const { account } = useSearch({ from: "/console/accounts" });
  const navigate = useNavigate();
  const [isNobody, setIsNobody] = useState(false);
  return (
    <Page
      title={words.title}
      intro={
        <>
          <p>{words.intro}</p>
          <p className={classes.links}>
            <TextLink to="/console/accounts/open">{words.toOpen}</TextLink>
            <TextLink to="/console/accounts/cards">{words.toCards}</TextLink>
          </p>
        </>
      }
    >
      <SearchPanel
        number={account}
        onFound={(found) => {
          setIsNobody(false);
          void navigate({ to: "/console/accounts", search: { account: found } });
        }}
        onNothing={() => {
          void navigate({ to: "/console/accounts", search: {} });
          setIsNobody(true);
        }}
      />
      {isNobody ? (
        <div role="status">
          <Empty icon="search" title={words.search.nothing}>
            {words.search.nothingById}
          </Empty>
        </div>
      ) : null}
      {account === undefined || isNobody ? null : <ShownAccount key={account} number={account} />}
    </Page>
  );
}

function ShownAccount({ number }: { readonly number: number }) {
  const { data, error, refetch } = useAccount(number);
  if (data) return <HouseholdView account={data} />;
  if (data === undefined) {
    return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
  }
  return (
    <div role="status">
      <Empty icon="search" title={words.search.nothing}>
        {words.search.nothingByNumber}
      </Empty>
    </div>
  );
}

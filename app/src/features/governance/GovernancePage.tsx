// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { councilQuery } from "../../shared/api/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Empty, Section } from "../../shared/ui/index.ts";
import { useGround } from "./ground.ts";
import { ProposalsSections } from "./ProposalsSections.tsx";
import { ArbitersSection, MembersSection, RulesSection } from "./WhoSections.tsx";
import { words } from "./words/index.ts";

/** Who governs the consortium, by which rules, and what they decided: for everybody, without a wallet. */
export function GovernancePage() {
  const { data: council, error, refetch } = useQuery(councilQuery());
  const ground = useGround(council);
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      {council?.address === null ? (
        <Section title={words.members.title}>
          {() => <Empty title={words.none}>{words.noneHint}</Empty>}
        </Section>
      ) : ground === undefined ? (
        <Section title={words.open.title}>
          {() => (error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <LoadingRows />)}
        </Section>
      ) : (
        <ProposalsSections ground={ground}>
          <MembersSection ground={ground} />
          <RulesSection council={ground.council} />
          <ArbitersSection council={ground.council} />
        </ProposalsSections>
      )}
    </Page>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import { programmesQuery } from "../../shared/api/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { Empty } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import { programmeColumns } from "./programmeColumns.tsx";

const text = words.programmes;

export function ProgrammesPage() {
  const query = useInfiniteQuery(programmesQuery());
  return (
    <Page title={text.title} intro={<p>{text.intro}</p>}>
      <LedgerSection
        title={text.listTitle}
        query={query}
        empty={<Empty title={text.empty}>{text.emptyHint}</Empty>}
        columns={programmeColumns}
        rowKey={({ address }) => address}
        cardsBelow={66}
      />
    </Page>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { ActList } from "../../shared/acts/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { DeskFrame, Loaded } from "../../shared/desk/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { Empty, Section } from "../../shared/ui/index.ts";
import { ChecklistSection } from "./ChecklistSection.tsx";
import { CloseSection } from "./CloseSection.tsx";
import { closingItems } from "./checklist.ts";
import { type ProgrammeClosing, readClosing } from "./readClosing.ts";
import { SourcesSection } from "./SourcesSection.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/close");
/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** The end of a programme: what is still left of it, where its money goes, and the proposal to close it. */
export function CloseProgrammePage() {
  const { address } = route.useParams();
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {(programme) => <Reader programme={programme} />}
    </DeskFrame>
  );
}

function Reader({ programme }: { readonly programme: ProgrammeHandle }) {
  const suite = useSuite();
  const query = useQuery({
    queryKey: [LEDGER_KEY, "closing-programme", programme.address],
    queryFn: () => readClosing(suite, programme),
    refetchInterval: POLL_MS,
  });
  return <Loaded query={query}>{(closing) => <Closing programme={programme} closing={closing} />}</Loaded>;
}

interface ClosingProps {
  readonly programme: ProgrammeHandle;
  readonly closing: ProgrammeClosing;
}

function Closing({ programme, closing }: ClosingProps) {
  const items = closingItems(closing);
  return (
    <>
      {closing.isClosed ? (
        <Section title={words.close.title}>
          {() => (
            <Empty icon="check" title={words.close.done}>
              {words.close.doneHint}
            </Empty>
          )}
        </Section>
      ) : (
        <ChecklistSection programme={programme} closing={closing} items={items} />
      )}
      <SourcesSection programme={programme} sources={closing.sources} />
      {closing.isClosed ? null : <CloseSection programme={programme} closing={closing} items={items} />}
      <ActList programme={programme} names={["closeProgramme"]} hidesEmpty />
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0

import type { Cycle, ProgrammeHandle } from "#sdk/agency/index.ts";
import { Checklist, Section, TextLink, type Tone } from "../../shared/ui/index.ts";
import type { ClosingItem } from "./checklist.ts";
import { itemText } from "./itemText.ts";
import { words } from "./words/index.ts";

const text = words.list;

const TONES: Readonly<Record<ClosingItem["state"], Tone>> = {
  done: "good",
  left: "waiting",
  blocks: "waiting",
  unknown: "quiet",
};

interface ChecklistSectionProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: Cycle;
  readonly items: readonly ClosingItem[];
}

/** What is looked at before closing; what is left leads to where it is put right. */
export function ChecklistSection({ programme, cycle, items }: ChecklistSectionProps) {
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <Checklist
          labelledBy={headingId}
          items={items.map((item) => ({
            key: item.name,
            name: text.items[item.name],
            isDone: item.state === "done",
            tone: TONES[item.state],
            label: text.states[item.state],
            note: itemText(item, cycle.graceEndsAt, programme.currency),
            links:
              item.state === "left" ? (
                <ItemLink name={item.name} programme={programme} cycle={cycle} />
              ) : null,
          }))}
        />
      )}
    </Section>
  );
}

interface ItemLinkProps {
  readonly name: ClosingItem["name"];
  readonly programme: ProgrammeHandle;
  readonly cycle: Cycle;
}

function ItemLink({ name, programme, cycle }: ItemLinkProps) {
  const params = { address: programme.address };
  const cycleParams = { ...params, cycle: String(cycle.cycle) };
  const { links } = text;
  switch (name) {
    case "grace":
      return null;
    case "loaded":
      return (
        <TextLink to="/console/programmes/$address/cycles/$cycle" params={cycleParams}>
          {links.loaded}
        </TextLink>
      );
    case "proposals":
      return (
        <TextLink to="/console/programmes/$address" params={params} hash="acts">
          {links.proposals}
        </TextLink>
      );
    case "rejected":
      return (
        <TextLink to="/console/programmes/$address/receipts" params={params}>
          {links.rejected}
        </TextLink>
      );
    case "owed":
    case "instructed":
      return (
        <TextLink to="/console/programmes/$address/settle" params={params} search={{ cycle: cycle.cycle }}>
          {links[name]}
        </TextLink>
      );
    case "exceptions":
      return (
        <TextLink to="/console/office" hash="exceptions">
          {links.exceptions}
        </TextLink>
      );
  }
}

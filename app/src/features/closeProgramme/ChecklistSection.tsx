// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { Checklist, Section, TextLink, type Tone } from "../../shared/ui/index.ts";
import type { ClosingItem } from "./checklist.ts";
import { itemText } from "./itemText.ts";
import type { ProgrammeClosing } from "./readClosing.ts";
import { words } from "./words/index.ts";

const text = words.list;

const TONES: Readonly<Record<ClosingItem["state"], Tone>> = { done: "good", left: "waiting", blocks: "bad" };

interface ChecklistSectionProps {
  readonly programme: ProgrammeHandle;
  readonly closing: ProgrammeClosing;
  readonly items: readonly ClosingItem[];
}

/** What is looked at before closing; what is open leads to where it is put right. */
export function ChecklistSection({ programme, closing, items }: ChecklistSectionProps) {
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
            note: itemText(item, programme.currency),
            links:
              item.state === "done" ? null : (
                <ItemLinks name={item.name} address={programme.address} closing={closing} />
              ),
          }))}
        />
      )}
    </Section>
  );
}

interface ItemLinksProps {
  readonly name: ClosingItem["name"];
  readonly address: string;
  readonly closing: ProgrammeClosing;
}

function ItemLinks({ name, address, closing }: ItemLinksProps) {
  const params = { address };
  const { links } = text;
  switch (name) {
    case "cycles":
      return closing.openCycles.map((cycle) => (
        <TextLink
          key={cycle}
          to="/console/programmes/$address/cycles/$cycle/close"
          params={{ address, cycle: String(cycle) }}
        >
          {links.cycle(cycle)}
        </TextLink>
      ));
    case "owed":
    case "instructed":
      return (
        <TextLink to="/console/programmes/$address/settle" params={params}>
          {links[name]}
        </TextLink>
      );
    case "terminals":
      return (
        <TextLink to="/console/programmes/$address/shops" params={params}>
          {links.terminals}
        </TextLink>
      );
    case "paused":
    case "unspent":
    case "proposals":
      return (
        <TextLink to="/console/programmes/$address" params={params} hash={PLACES[name]}>
          {links[name]}
        </TextLink>
      );
    case "waiting":
      return null;
  }
}

/** Where on the programme's page it is put right. */
const PLACES = { paused: "pause", unspent: "money-acts", proposals: "acts" } as const;

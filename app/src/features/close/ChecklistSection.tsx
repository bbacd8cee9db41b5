// SPDX-License-Identifier: Apache-2.0

import type { Cycle, ProgrammeHandle } from "#sdk/agency/index.ts";
import { Icon, Section, StateBadge, TextLink, type Tone } from "../../shared/ui/index.ts";
import type { ClosingItem } from "./checklist.ts";
import classes from "./close.module.css";
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
        <ul className={classes.list} aria-labelledby={headingId}>
          {items.map((item) => (
            <li key={item.name} className={classes.item} data-state={item.state}>
              <span className={classes.mark}>
                <Icon name={item.state === "done" ? "check" : "info"} size={18} />
              </span>
              <span className={classes.text}>
                <span className={classes.name}>{text.items[item.name]}</span>
                <span className={classes.soft}>{itemText(item, cycle.graceEndsAt, programme.currency)}</span>
              </span>
              <span className={classes.end}>
                {item.state === "left" ? (
                  <ItemLink name={item.name} programme={programme} cycle={cycle} />
                ) : null}
                <StateBadge tone={TONES[item.state]} label={text.states[item.state]} />
              </span>
            </li>
          ))}
        </ul>
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

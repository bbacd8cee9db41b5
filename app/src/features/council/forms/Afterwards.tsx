// SPDX-License-Identifier: Apache-2.0

import { afterChange, type Council, type Reconfigure } from "#sdk/council/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import { Icon } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import { words } from "../words/index.ts";

const text = words.forms.afterwards;

interface AfterwardsProps {
  readonly council: Council;
  readonly act: Reconfigure;
}

/** Whether the council could still decide after a change of members or rules, before anybody votes for it. */
export function Afterwards({ council, act }: AfterwardsProps) {
  const { members, spare, fault } = afterChange(council, act);
  const isGood = fault === undefined && spare > 0;
  return (
    <p className={`${isGood ? classes.good : classes.warning} ${classes.whole}`} role="status">
      <Icon name={isGood ? "check" : "alert"} size={20} />
      <span>{fault === undefined ? standing(members.length, spare) : text.faults[fault]}</span>
    </p>
  );
}

function standing(count: number, spare: number): string {
  const needed = text.needed(showCount(count - spare), showCount(count));
  return `${needed} ${spare > 0 ? text.spare(showCount(spare)) : text.noSpare}`;
}

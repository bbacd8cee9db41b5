// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import {
  afterChange,
  CHANGE_FAULTS,
  type Council,
  type CouncilAct,
  type Reconfigure,
} from "#sdk/council/index.ts";
import { CliError } from "../CliError.ts";
import type { Desk } from "../command.ts";
import { organisationsOf, type Scene } from "./scene.ts";

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What a decision of the council is composed from: the same as a form of the council room. */
export interface Decision {
  readonly name: string;
  readonly about: string;
  /** Adds the options that are its fields. */
  readonly fields: (command: Command) => Command;
  /** What the council is to do. @throws CliError when the fields do not fit. */
  readonly acts: (desk: Desk, scene: Scene, options: Options) => Promise<readonly CouncilAct[]>;
}

/** A line for the person who decides, beside the answer. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** An organisation of the consortium by number or name. @throws CliError CLI-311. */
export async function organisationIn(desk: Desk, wanted: string): Promise<number> {
  const all = await organisationsOf(desk);
  const found = all.find(
    ({ id, name }) => String(id) === wanted || name.toLowerCase() === wanted.toLowerCase(),
  );
  if (found !== undefined) return found.id;
  const known = all.map(({ id, name }) => `${name} (${id})`).join(", ") || "there is none yet";
  throw new CliError("noSuchOrganisation", { name: wanted, known });
}

/** Tell whether the council could still decide after a change. @throws CliError CLI-412 when its rules do not allow it. */
export function checkChange(council: Council, act: Reconfigure): Reconfigure {
  const { members, spare, fault } = afterChange(council, act);
  if (fault !== undefined) throw new CliError("changeRefused", { fault: CHANGE_FAULTS[fault] });
  const needed = `Afterwards ${members.length - spare} of ${members.length} members decide about members, rules and code.`;
  const left =
    spare > 0
      ? `The council can still decide when ${spare} of them lose their keys.`
      : "Nobody may lose their key: the council could never decide again.";
  warn(`${needed} ${left}`);
  return act;
}

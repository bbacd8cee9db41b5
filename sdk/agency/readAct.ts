// SPDX-License-Identifier: Apache-2.0

import type { ParamType } from "ethers";
import { ACCOUNTS, AGREEMENT, FUND, PROGRAMME, UNIT } from "./faces.ts";

/** What an act's calldata says. */
export interface ReadAct {
  /** Name of the function, such as "registerShop"; its selector where it is unknown. */
  readonly name: string;
  /** Its arguments by name: numbers are bigint, structs plain objects, lists plain arrays. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Function and arguments of an act's calldata. */
export function readAct(act: string): ReadAct {
  for (const face of [PROGRAMME, ACCOUNTS, UNIT, AGREEMENT, FUND]) {
    const parsed = face.parseTransaction({ data: act });
    if (parsed) return { name: parsed.name, args: named(parsed.fragment.inputs, parsed.args) };
  }
  return { name: act.slice(0, 10), args: { calldata: act } };
}

function named(types: readonly ParamType[], values: Iterable<unknown>): Record<string, unknown> {
  const found = [...values];
  return Object.fromEntries(types.map((type, i) => [type.name, plain(type, found[i])]));
}

/** A nested contract value without the library's own wrappers. */
function plain(type: ParamType, value: unknown): unknown {
  if (type.isArray()) {
    const { arrayChildren } = type;
    return [...(value as Iterable<unknown>)].map((item) => plain(arrayChildren, item));
  }
  return type.isTuple() ? named(type.components, value as Iterable<unknown>) : value;
}

// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import { type ComparedList, compareCommitment, type ProgrammeHandle } from "#sdk/agency/index.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import { buildControlSheet, encodeControlSheet } from "#sdk/list/index.ts";
import type { NewList } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import { type ChainAccess, onNode } from "../session/chainAccess.ts";
import type { ListToStore } from "../store/lists.ts";

const NO_ROOT = `0x${"0".repeat(64)}`;

/**
 * Work a list out again: its root, its totals, and a control sheet that is of this very list. A cycle that is on the ledger already has
 * one list only.
 * @throws OfficeError OFFICE-210, OFFICE-305 naming what differs, OFFICE-306, OFFICE-502.
 */
export async function checkedList(chain: ChainAccess, given: NewList): Promise<ListToStore> {
  const programme = await chain.programme(given.facts.programme);
  const facts = { ...given.facts, programme: getAddress(programme.address) };
  if (facts.chainId !== chain.suite.chainId) throw officeError("otherList", { field: "chainId" });
  const list = { facts, list: given.list, sheet: given.sheet };
  const compared = await workedOut(list);
  if (compared.differs !== undefined) throw officeError("otherList", { field: compared.differs });
  requireSheet(compared, programme, given.sheet);
  await requireRoot(programme, facts.cycle, facts.root);
  return list;
}

async function workedOut({ facts, list, sheet }: ListToStore): Promise<ComparedList> {
  try {
    return await compareCommitment({ facts, listText: list, sheetText: sheet });
  } catch (cause) {
    if (cause instanceof AnnonaError) throw officeError("otherList", { field: "list" }, { cause });
    throw cause;
  }
}

/** The sheet's totals must be the list's. What it says of the month before is left to the approver's page, which has that list. */
function requireSheet({ entries }: ComparedList, { currency, step }: ProgrammeHandle, text: string): void {
  const rebuilt = JSON.parse(encodeControlSheet(buildControlSheet({ entries, currency, step }))) as object;
  const { comparison } = parsed(text);
  if (JSON.stringify({ ...rebuilt, comparison }) !== text) {
    throw officeError("otherList", { field: "control sheet" });
  }
}

function parsed(text: string): { readonly comparison?: unknown } {
  try {
    return Object(JSON.parse(text)) as { comparison?: unknown };
  } catch {
    throw officeError("otherList", { field: "control sheet" });
  }
}

async function requireRoot({ contract }: ProgrammeHandle, cycle: number, root: string): Promise<void> {
  const { listRoot } = await onNode(contract.cycleOf(cycle));
  if (listRoot !== NO_ROOT && listRoot !== root) throw officeError("listIsPrepared", { cycle });
}

// SPDX-License-Identifier: Apache-2.0

import { commitEntries, findAccounts, registryState } from "#sdk/agency/index.ts";
import { type Household, open, seal } from "#sdk/households/index.ts";
import {
  buildControlSheet,
  type Commitment,
  decodeNamelessList,
  type Entitlement,
  type NamelessEntry,
  type Problem,
  requireKey,
} from "#sdk/list/index.ts";
import { draftBytes, draftParts } from "../draft/content.ts";
import { importFault } from "./faults.ts";
import { type ImportSession, stretchOf } from "./ImportSession.ts";
import type {
  AccountsFound,
  CheckedList,
  FinishedList,
  Handlers,
  LedgerOperations,
  WorkProgress,
} from "./ledgerProtocol.ts";
import { commitAll, draftRowsOf, householdsOf, type Lookup, lookupOf } from "./lookup.ts";
import { otherProgrammes, suiteAt } from "./otherLists.ts";
import { findOverlaps } from "./overlaps.ts";
import type { Stretch } from "./protocol.ts";

type Input<Name extends keyof LedgerOperations> = LedgerOperations[Name]["input"];
type Output<Name extends keyof LedgerOperations> = LedgerOperations[Name]["output"];

/** From the list of a file to a list of accounts, and to a commitment: everything that needs the ledger or a key. */
export class LedgerSession implements Handlers<LedgerOperations> {
  readonly #files: ImportSession;
  #lookup: Lookup | undefined;
  /** Committing takes longest; while the rows stay, so do their commitments. */
  #committed:
    | { readonly rows: readonly Entitlement[]; readonly commitments: readonly Commitment[] }
    | undefined;

  constructor(files: ImportSession) {
    this.#files = files;
  }

  /**
   * Find the accounts of the households.
   * @throws ListError LIST-507 when the key is not the one that the consortium has published; ImportError LIST-702.
   */
  async findAccounts(
    { place, key }: Input<"findAccounts">,
    onProgress: (progress: WorkProgress) => void,
  ): Promise<AccountsFound> {
    const suite = suiteAt(place);
    const published = await suite.accounts.keyCheckOf(key.keyVersion);
    await requireKey(key.consortiumKey, published);
    const { entitlements } = this.#files.readList();
    if (this.#committed?.rows !== entitlements) {
      this.#committed = { rows: entitlements, commitments: await commitAll(entitlements, key) };
    }
    const { commitments } = this.#committed;
    // The state of the registry comes first: an account that is opened meanwhile is only more than the list was built on.
    const registry = await registryState(suite.accounts);
    const { open: accounts } = await findAccounts(suite, commitments, onProgress);
    this.#lookup = lookupOf(entitlements, commitments, accounts, registry);
    return this.#lookup.found;
  }

  /** Problems with the id as the file has it, so that the preparer finds the row again. */
  accountProblems(stretch: Stretch): Problem[] {
    const column = this.#files.idColumn();
    const place = this.#files.openFile().table.columns.indexOf(column);
    const cellsOf = this.#files.cellsOf();
    return stretchOf(this.#found().assigned.problems, stretch).map((problem) => ({
      ...problem,
      column,
      value: cellsOf(problem.row)[place] ?? "",
    }));
  }

  draftRows(): string {
    return draftRowsOf(this.#found());
  }

  unopened(): readonly Commitment[] {
    return this.#found().assigned.unopened;
  }

  /** @throws ListError LIST-505 when a list of the office is none. */
  async check({ money, previous, place, overlaps }: Input<"check">): Promise<CheckedList> {
    const { entries } = this.#found().assigned;
    const sheet = buildControlSheet({ entries, ...money, ...previousEntries(previous) });
    const own = overlaps.own.map(({ cycle, text }) => ({
      programme: overlaps.programme,
      cycle,
      currency: money.currency,
      entries: decodeNamelessList(text),
    }));
    const others = await otherProgrammes(suiteAt(place), overlaps.programme);
    return { sheet, overlaps: findOverlaps(entries, [...own, ...others]) };
  }

  entries(stretch: Stretch): readonly NamelessEntry[] {
    return stretchOf(this.#found().assigned.entries, stretch);
  }

  /** Commit the list to its cycle. @throws ListError LIST-501 to LIST-503, LIST-505. */
  async finish(input: Input<"finish">): Promise<FinishedList> {
    const { place, programme, money, cycle, previous } = input;
    const { assigned, registry } = this.#found();
    const { facts, listText, sheetText } = await commitEntries(place, {
      programme: { address: programme, ...money },
      cycle,
      entries: assigned.entries,
      registry,
      ...previousEntries(previous),
    });
    return { facts, listText, sheetText };
  }

  households(stretch: Stretch): Household[] {
    const { phone, name } = this.#files.contacts();
    const { columns } = this.#files.openFile().table;
    return householdsOf(this.#found(), stretch, this.#files.cellsOf(), {
      identifier: columns.indexOf(this.#files.idColumn()),
      phone: columns.indexOf(phone),
      name: columns.indexOf(name),
    });
  }

  async sealDraft({ key, context, head }: Input<"sealDraft">): Promise<Output<"sealDraft">> {
    const { bytes } = this.#files.openFile();
    return { bytes: await seal(key, draftBytes(head, bytes), context) };
  }

  /** @throws HouseholdError HOUSE-201 for bytes of another place; ImportError LIST-705 for a draft of another version. */
  async openDraft({ key, context, bytes, reading }: Input<"openDraft">): Promise<Output<"openDraft">> {
    const { head, file } = draftParts(await open(key, bytes, context));
    return { head, answer: await this.#files.take(file, reading) };
  }

  /** What was found for exactly the rows of now. @throws ImportError LIST-704. */
  #found(): Lookup {
    const lookup = this.#lookup;
    if (lookup === undefined || lookup.entitlements !== this.#files.readList().entitlements) {
      throw importFault("notLookedUp");
    }
    return lookup;
  }
}

function previousEntries(text: string | undefined): { readonly previous?: readonly NamelessEntry[] } {
  return text === undefined ? {} : { previous: decodeNamelessList(text) };
}

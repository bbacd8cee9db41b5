// SPDX-License-Identifier: Apache-2.0

import type { Problem } from "#sdk/list/problems.ts";
import type { FileReading } from "../list/choice.ts";
import { compareFiles, type FileDifference, type ReadFile, type RowChange } from "../list/difference.ts";
import { problemsCsv } from "../list/problemsCsv.ts";
import { importFault } from "./faults.ts";
import { type FileState, goodRow, type ListState, openBytes, readList } from "./fileState.ts";
import type { Handlers } from "./ledgerProtocol.ts";
import type {
  CorrectAnswer,
  DifferenceCounts,
  FileOperations,
  FileResult,
  GoodRow,
  OpenAnswer,
  OpenedFile,
  Stretch,
} from "./protocol.ts";

type Input<Name extends keyof FileOperations> = FileOperations[Name]["input"];

/** A file with its list. */
interface Read {
  readonly file: FileState;
  readonly list: ListState;
}

/** Columns with a household's phone and name; "" for none. */
interface Contacts {
  readonly phone: string;
  readonly name: string;
}

/**
 * One file on its way to a list, with everything personal in it. It lives in a worker, so that a page of 100,000 rows stays alive, and
 * hands out only what is looked at.
 */
export class ImportSession implements Handlers<FileOperations> {
  #file: FileState | undefined;
  /** Bytes that could not be read; another encoding may help. */
  #unread: Uint8Array<ArrayBuffer> | undefined;
  #list: ListState | undefined;
  #contacts: Contacts = { phone: "", name: "" };
  /** What the last correction took the place of. */
  #before: Read | undefined;
  #difference: FileDifference | undefined;
  #cells:
    | { readonly table: FileState["table"]; readonly byRow: ReadonlyMap<number, readonly string[]> }
    | undefined;

  /** @throws ImportError LIST-703 when the browser cannot read the file. */
  async open({ file, reading }: Input<"open">): Promise<OpenAnswer> {
    const bytes = new Uint8Array(await bytesOf(file));
    return await this.take(bytes, reading);
  }

  /** Take bytes as the file; everything of the one before is forgotten. */
  async take(bytes: Uint8Array<ArrayBuffer>, reading: FileReading): Promise<OpenAnswer> {
    const answer = await openBytes(bytes, reading);
    this.#list = undefined;
    this.#before = undefined;
    this.#difference = undefined;
    if ("problem" in answer) {
      this.#file = undefined;
      this.#unread = bytes;
      return answer;
    }
    this.#file = answer;
    return { opened: answer.opened };
  }

  /** @throws ImportError LIST-701 when no file was chosen. */
  async reopen({ reading }: Input<"reopen">): Promise<OpenAnswer> {
    const bytes = this.#file?.bytes ?? this.#unread;
    if (bytes === undefined) throw importFault("noFile");
    return await this.take(bytes, reading);
  }

  /** @throws ImportError LIST-701 when there is no file. */
  read({ options, phone, name }: Input<"read">): FileResult {
    this.#contacts = { phone, name };
    this.#list = readList(this.openFile(), options);
    return this.#list.result;
  }

  problems({ code, from, count }: Input<"problems">): readonly Problem[] {
    const { problems } = this.readList();
    const chosen = code === undefined ? problems : problems.filter((problem) => problem.code === code);
    return stretchOf(chosen, { from, count });
  }

  problemsCsv(words: Input<"problemsCsv">): { readonly bytes: Uint8Array<ArrayBuffer> } {
    return { bytes: new TextEncoder().encode(problemsCsv(this.readList().problems, words)) };
  }

  goodRows(stretch: Stretch): GoodRow[] {
    return stretchOf(this.readList().entitlements, stretch).map(goodRow);
  }

  /**
   * Take a corrected file, read with the same columns, and compare. One that cannot be read leaves everything as it was.
   * @throws ImportError LIST-702 when the columns were not chosen yet, LIST-703 when the browser cannot read the file.
   */
  async correct({ file, reading }: Input<"correct">): Promise<CorrectAnswer> {
    const before = { file: this.openFile(), list: this.readList() };
    const answer = await openBytes(new Uint8Array(await bytesOf(file)), reading);
    if ("problem" in answer) return answer;
    const list = readList(answer, before.list.options);
    const [refusal] = list.result.refusals;
    if (refusal) return { problem: refusal };
    this.#before = before;
    this.#file = answer;
    this.#list = list;
    this.#difference = compareFiles(asRead(before), asRead({ file: answer, list }));
    return {
      opened: answer.opened,
      result: list.result,
      difference: countsOf(this.#difference, before.list),
    };
  }

  rowChanges({ kind, from, count }: Input<"rowChanges">): readonly RowChange[] {
    const changes = this.#difference?.changes.filter((change) => change.kind === kind) ?? [];
    return stretchOf(changes, { from, count });
  }

  problemChanges({ kind, from, count }: Input<"problemChanges">): readonly Problem[] {
    return stretchOf(this.#difference?.[kind] ?? [], { from, count });
  }

  /** The file before the last correction counts again. @throws ImportError LIST-701 when there is none. */
  undoCorrection(): { readonly opened: OpenedFile; readonly result: FileResult } {
    if (this.#before === undefined) throw importFault("noFile");
    const { file, list } = this.#before;
    this.#file = file;
    this.#list = list;
    this.#before = undefined;
    this.#difference = undefined;
    return { opened: file.opened, result: list.result };
  }

  /** @throws ImportError LIST-701 when there is no file. */
  openFile(): FileState {
    if (this.#file === undefined) throw importFault("noFile");
    return this.#file;
  }

  /** @throws ImportError LIST-702 when the columns were not chosen yet. */
  readList(): ListState {
    if (this.#list === undefined) throw importFault("notRead");
    return this.#list;
  }

  contacts(): Contacts {
    return this.#contacts;
  }

  /** Name of the column with the households' ids. @throws ImportError LIST-702. */
  idColumn(): string {
    return idColumnOf(this.readList());
  }

  /** Cells of a row by its number; none for a row that is not there. @throws ImportError LIST-701. */
  cellsOf(): (row: number) => readonly string[] {
    const { table } = this.openFile();
    if (this.#cells?.table !== table) {
      this.#cells = { table, byRow: new Map(table.rows.map(({ row, cells }) => [row, cells])) };
    }
    const { byRow } = this.#cells;
    return (row) => byRow.get(row) ?? [];
  }
}

async function bytesOf(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    // The cause could name the file.
    throw importFault("unreadable");
  }
}

export function stretchOf<Item>(items: readonly Item[], { from, count }: Stretch): readonly Item[] {
  return items.slice(from, from + count);
}

function asRead({ file, list }: Read): ReadFile {
  return { table: file.table, idColumn: idColumnOf(list), problems: list.problems };
}

function idColumnOf({ options }: ListState): string {
  const { id } = options.mapping;
  return typeof id === "string" ? id : (id[0] ?? "");
}

function countsOf(
  { changes, unchanged, solved, fresh, remaining }: FileDifference,
  { result }: ListState,
): DifferenceCounts {
  const count = (kind: RowChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  return {
    added: count("added"),
    removed: count("removed"),
    changed: count("changed"),
    unchanged,
    solved: solved.length,
    fresh: fresh.length,
    remaining,
    householdsBefore: result.households,
    totalBefore: result.total,
  };
}

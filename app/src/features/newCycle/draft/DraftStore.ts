// SPDX-License-Identifier: Apache-2.0

import { type Draft, type DraftChange, type OfficeClient, OfficeError } from "#sdk/office/index.ts";
import type { KeptChoices } from "../flow/state.ts";
import { importFault } from "../worker/faults.ts";
import type { OpenedFile } from "../worker/protocol.ts";
import { planOfChoices } from "./kept.ts";

/** Whether what is on the page is at the office. */
export type DraftStatus =
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** `at` in milliseconds. */
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "failed"; readonly error: unknown }
  /** Somebody else has changed the draft; nothing is written over it. */
  | { readonly kind: "conflict"; readonly error: unknown };

export interface DraftSnapshot {
  readonly draft: Draft | undefined;
  readonly status: DraftStatus;
}

/** Everything of the page that a draft keeps. */
export interface DraftContent {
  readonly programme: string;
  readonly title: string;
  readonly choices: KeptChoices;
  /** Stands for the bytes: another object is another file. */
  readonly file: OpenedFile;
  /** The file sealed for the draft with this id. */
  readonly seal: (id: string) => Promise<Uint8Array<ArrayBuffer>>;
}

type DraftClient = Pick<
  OfficeClient,
  "createDraft" | "readDraft" | "changeDraft" | "writeDraftSealed" | "writeDraftRows"
>;

/** One draft at the office. Writes go one after the other, each with the version that the one before has left. */
export class DraftStore {
  #snapshot: DraftSnapshot = { draft: undefined, status: { kind: "unsaved" } };
  #queue: Promise<unknown> = Promise.resolve();
  /** The file and the choices that the office has. */
  #file: OpenedFile | undefined;
  #plan: string | undefined;
  readonly #client: DraftClient;
  readonly #listeners = new Set<() => void>();

  constructor(client: DraftClient) {
    this.#client = client;
  }

  readonly snapshot = (): DraftSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Go on with a draft that was read from the office. */
  adopt(draft: Draft, choices: KeptChoices, file: OpenedFile): void {
    this.#file = file;
    this.#plan = JSON.stringify(planOfChoices(choices));
    this.#show({ draft, status: { kind: "saved", at: draft.updatedAt * 1000 } });
  }

  /**
   * Save what differs from what the office has; the first time the draft is made.
   * @throws ImportError LIST-706 when somebody else was faster, now or before; else as the office's client does.
   */
  save(content: DraftContent): Promise<Draft> {
    return this.#inTurn(async () => await this.#saveAll(content));
  }

  /** @throws ImportError LIST-709 when nothing was saved yet; else as {@link save}. */
  change(change: DraftChange): Promise<Draft> {
    return this.#withDraft(async (draft) => await this.#client.changeDraft(draft.id, draft.version, change));
  }

  /** @param csv See `encodeDraftRows`. @throws as {@link change}. */
  writeRows(csv: string): Promise<Draft> {
    return this.#withDraft(async (draft) => await this.#client.writeDraftRows(draft.id, draft.version, csv));
  }

  /** Read the draft again, after the office itself has changed it. @throws as {@link change}. */
  refresh(): Promise<Draft> {
    return this.#withDraft(async (draft) => await this.#client.readDraft(draft.id));
  }

  async #saveAll({ programme, title, choices, file, seal }: DraftContent): Promise<Draft> {
    const plan = planOfChoices(choices);
    const text = JSON.stringify(plan);
    let draft = this.#snapshot.draft ?? (await this.#client.createDraft({ programme, title, plan }));
    // Shown at once, so that a failure of the next step does not make a second draft.
    this.#show({ ...this.#snapshot, draft });
    if (this.#file !== file) {
      draft = await this.#client.writeDraftSealed(draft.id, draft.version, await seal(draft.id));
      this.#file = file;
      this.#show({ ...this.#snapshot, draft });
    }
    if (this.#plan !== text && this.#plan !== undefined) {
      draft = await this.#client.changeDraft(draft.id, draft.version, { plan });
    }
    this.#plan = text;
    return draft;
  }

  #withDraft(write: (draft: Draft) => Promise<Draft>): Promise<Draft> {
    return this.#inTurn(async () => {
      const { draft } = this.#snapshot;
      if (draft === undefined) throw importFault("noDraft");
      return await write(draft);
    });
  }

  #inTurn(write: () => Promise<Draft>): Promise<Draft> {
    const written = this.#queue.then(async () => {
      if (this.#snapshot.status.kind === "conflict") throw this.#snapshot.status.error;
      this.#show({ ...this.#snapshot, status: { kind: "saving" } });
      try {
        const draft = await write();
        this.#show({ draft, status: { kind: "saved", at: Date.now() } });
        return draft;
      } catch (cause) {
        const isStale = cause instanceof OfficeError && cause.isStale;
        const error = isStale ? importFault("staleDraft") : cause;
        const status: DraftStatus = isStale ? { kind: "conflict", error } : { kind: "failed", error };
        this.#show({ ...this.#snapshot, status });
        throw error;
      }
    });
    // Whoever asked hears of a failure; the next write does not wait for that.
    this.#queue = written.catch(() => undefined);
    return written;
  }

  #show(snapshot: DraftSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}

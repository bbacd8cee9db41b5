// SPDX-License-Identifier: Apache-2.0

import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { showDay } from "../../../shared/format/index.ts";
import { type HouseholdKeyState, useHouseholdKey } from "../../../shared/households/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { choicesToKeep } from "../flow/state.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { localDay } from "../plan/days.ts";
import { words } from "../words/index.ts";
import { type DraftContent, type DraftSnapshot, DraftStore } from "./DraftStore.ts";

/** The draft of this page. */
export interface DraftDesk extends DraftSnapshot {
  readonly store: DraftStore;
  /** What there is to save; undefined without a file, and while household ids are locked. */
  readonly content: DraftContent | undefined;
  /** Whether there is a file that cannot be saved because household ids are locked. */
  readonly isLocked: boolean;
}

/** How long the preparer's hand has to rest before the page saves. */
const REST_MS = 1_200;
const LONGEST_TITLE = 120;

/** Saves the page at the office by itself, a moment after each change: the choices in the open, the file sealed. */
export function useDraft(desk: ImportDesk, programme: ProgrammeHandle): DraftDesk {
  const { client, me } = useOffice();
  const household = useHouseholdKey();
  const store = useMemo(() => new DraftStore(client), [client]);
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  const content = useContent(desk, programme, household);
  const canSave =
    me !== undefined && desk.state.preparedCycle === undefined && snapshot.status.kind !== "conflict";
  useEffect(() => {
    if (!canSave || content === undefined) return undefined;
    const timer = setTimeout(() => {
      // What went wrong stands in the store's status.
      store.save(content).catch(() => undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [canSave, content, store]);
  const isLocked = desk.state.opened !== undefined && household.state === "locked";
  return { ...snapshot, store, content, isLocked };
}

/** A new object exactly when there is something new to save. */
function useContent(
  { state, worker }: ImportDesk,
  programme: ProgrammeHandle,
  { key }: HouseholdKeyState,
): DraftContent | undefined {
  const { opened, fileName, step, reading, choice, isLeftOut, plan, restoring } = state;
  return useMemo(() => {
    // A draft whose decisions still wait for its file would be saved without them.
    if (opened === undefined || fileName === undefined || key === undefined || restoring !== undefined) {
      return undefined;
    }
    const head = { name: fileName };
    return {
      programme: programme.address,
      title: words.draft.untitled(programme.name, showDay(localDay(new Date()))).slice(0, LONGEST_TITLE),
      choices: choicesToKeep({ step, reading, choice, isLeftOut, plan }),
      file: opened,
      seal: async (id) => {
        const context = { organisation: key.organisation, kind: "draft-file", id };
        return (await worker.ask("sealDraft", { key: key.officeKey, context, head })).bytes;
      },
    };
  }, [opened, fileName, key, restoring, programme, step, reading, choice, isLeftOut, plan, worker]);
}

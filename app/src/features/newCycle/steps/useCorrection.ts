// SPDX-License-Identifier: Apache-2.0

import { useRef } from "react";
import { notify } from "../../../shared/notice/index.ts";
import type { FlowState } from "../flow/state.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";

interface Correction {
  readonly correct: (file: File) => void;
  /** Back to the file before, with every decision that was taken on it. Does nothing when there is none. */
  readonly undo: () => void;
}

/** Takes corrected files, and remembers what the last one took the place of. */
export function useCorrection(desk: ImportDesk): Correction {
  const before = useRef<FlowState>(undefined);
  return {
    correct: (file) => {
      before.current = desk.state;
      desk.correct(file);
    },
    undo: () => {
      if (before.current === undefined) return;
      desk.undoCorrection(before.current);
      before.current = undefined;
      notify({ text: words.difference.undone });
    },
  };
}

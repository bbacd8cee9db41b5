// SPDX-License-Identifier: Apache-2.0

import { type ActionDispatch, useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { type ColumnsChoice, FIND_OUT, type FileReading, type ListMoney, optionsOf } from "../list/choice.ts";
import { recogniseColumns, type SavedMapping } from "../list/recognise.ts";
import { ImportWorker } from "../worker/ImportWorker.ts";
import type { OpenAnswer } from "../worker/protocol.ts";
import { type FlowEvent, reduce } from "./reduce.ts";
import { type FlowState, START } from "./state.ts";
import type { Step } from "./steps.ts";

type Dispatch = ActionDispatch<[event: FlowEvent]>;

/** Everything that the steps of a new cycle work with. */
export interface ImportDesk {
  readonly state: FlowState;
  readonly money: ListMoney;
  readonly worker: ImportWorker;
  readonly dispatch: Dispatch;
  /** What the worker failed with last; undefined once something else was begun. */
  readonly error: unknown;
  readonly fail: (error: unknown) => void;
  readonly chooseFile: (file: File) => void;
  readonly readDifferently: (reading: FileReading) => void;
  readonly chooseColumns: (choice: ColumnsChoice) => void;
  readonly correct: (file: File) => void;
  /** @param before The state in which the correction was chosen. */
  readonly undoCorrection: (before: FlowState) => void;
  readonly go: (step: Step) => void;
}

/** How long a choice of columns has to stand before the file is read by it. */
const REST_MS = 200;

/** The flow from a file to a cycle, with the worker that has the file. Both end with the page. */
export function useImport(money: ListMoney, saved: readonly SavedMapping[]): ImportDesk {
  const [state, dispatch] = useReducer(reduce, START);
  const [error, setError] = useState<unknown>();
  const [worker] = useState(() => new ImportWorker());
  useEffect(() => () => worker.stop(), [worker]);
  const fail = useCallback((cause: unknown) => {
    setError(cause);
    dispatch({ type: "workFailed" });
  }, []);
  useReading(state, money, worker, dispatch, fail);

  return useMemo(() => {
    const follow = (work: Promise<void>) => {
      setError(undefined);
      work.catch(fail);
    };
    const opened = (answer: OpenAnswer) => dispatch(openedEvent(answer, saved));
    return {
      state,
      money,
      worker,
      dispatch,
      error,
      fail,
      chooseFile(file) {
        dispatch({ type: "fileChosen", name: file.name });
        follow(worker.ask("open", { file, reading: FIND_OUT }).then(opened));
      },
      readDifferently(reading) {
        dispatch({ type: "readDifferently", reading });
        follow(worker.ask("reopen", { reading }).then(opened));
      },
      chooseColumns: (choice) => dispatch({ type: "columnsChosen", choice }),
      correct(file) {
        dispatch({ type: "correctionChosen" });
        follow(
          worker.ask("correct", { file, reading: state.reading }).then((answer) => {
            if ("problem" in answer) dispatch({ type: "correctionRefused", ...answer });
            else dispatch({ type: "corrected", name: file.name, ...answer });
          }),
        );
      },
      undoCorrection(before) {
        follow(
          worker
            .ask("undoCorrection", {})
            .then((answer) => dispatch({ type: "correctionUndone", before, ...answer })),
        );
      },
      go: (step) => dispatch({ type: "went", step }),
    };
  }, [state, money, worker, error, fail, saved]);
}

function openedEvent(answer: OpenAnswer, saved: readonly SavedMapping[]): FlowEvent {
  if ("problem" in answer) return { type: "fileRefused", ...answer };
  const { opened } = answer;
  const columns = opened.columns.map(({ name }) => name);
  return {
    type: "fileOpened",
    opened,
    recognition: recogniseColumns(columns, opened.fingerprint, saved),
  };
}

/** Reads the file whenever it has not been read by the columns that are chosen. */
function useReading(
  { opened, choice, reading, result }: FlowState,
  money: ListMoney,
  worker: ImportWorker,
  dispatch: Dispatch,
  fail: (error: unknown) => void,
): void {
  const isWanted = opened !== undefined && result === undefined;
  useEffect(() => {
    const options = isWanted ? optionsOf(choice, reading, money) : undefined;
    if (options === undefined) return undefined;
    const { phone, name } = choice;
    const timer = setTimeout(() => {
      worker
        .ask("read", { options, phone, name })
        .then((read) => dispatch({ type: "read", choice, result: read }), fail);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [isWanted, choice, reading, money, worker, dispatch, fail]);
}

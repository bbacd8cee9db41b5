// SPDX-License-Identifier: Apache-2.0

import { Button, Loader } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Cycle, ProgrammeHandle } from "#sdk/agency/index.ts";
import type { ProvenChunk } from "#sdk/list/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { useOffice } from "../../shared/office/index.ts";
import { FileDrop, Section } from "../../shared/ui/index.ts";
import { useWallet } from "../../shared/wallet/index.ts";
import { cutInWorker } from "./cut/askWorker.ts";
import classes from "./load.module.css";
import { type BrowserLoadState, useBrowserLoad } from "./useBrowserLoad.ts";
import { words } from "./words/index.ts";

const text = words.browser;

interface BrowserLoadProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: Cycle;
  /** Told when the wallet begins, so that the page looks at the ledger more often. */
  readonly onRunning: (isRunning: boolean) => void;
}

interface BrowserSectionProps extends BrowserLoadProps {
  /** Open from the start: there is no other way. */
  readonly isOpen: boolean;
}

/** Loading with the connected wallet, for when the office has no relayer or does not answer. */
export function BrowserSection({ programme, cycle, isOpen, onRunning }: BrowserSectionProps) {
  const [isWanted, setIsWanted] = useState(false);
  if (!isOpen && !isWanted) {
    return (
      <p>
        <Button variant="subtle" onClick={() => setIsWanted(true)}>
          {text.open}
        </Button>
      </p>
    );
  }
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.body}>
          <BrowserLoad programme={programme} cycle={cycle} onRunning={onRunning} />
        </div>
      )}
    </Section>
  );
}

function BrowserLoad({ programme, cycle, onRunning }: BrowserLoadProps) {
  const { address } = useWallet();
  const list = useCutList(programme, cycle);
  const { state, start, stop } = useBrowserLoad(programme, cycle.cycle, address);
  const begin = (chunks: readonly ProvenChunk[]) => {
    onRunning(true);
    start(chunks);
  };
  if (address === undefined) return <p>{text.connect}</p>;
  return (
    <>
      <ListChoice list={list} />
      <p role="status" className={classes.line}>
        <Status state={state} isCutting={list.isPending} left={cycle.chunks - cycle.chunksLoaded} />
      </p>
      {list.data === undefined ? null : (
        <div>
          {state.kind === "running" ? (
            <Button variant="default" onClick={stop}>
              {text.stop}
            </Button>
          ) : (
            <Button onClick={() => list.data !== undefined && begin(list.data)}>
              {state.kind === "idle" ? text.start : text.goOn}
            </Button>
          )}
        </div>
      )}
      {state.kind === "failed" ? <ErrorNote error={state.error} /> : null}
    </>
  );
}

/** The list of the cycle in its parts, once it was taken from the office or from a file. */
function useCutList(programme: ProgrammeHandle, cycle: Cycle) {
  const { chainId } = useSuite();
  const { client, state } = useOffice();
  const scope = { chainId, programme: programme.address, cycleId: cycle.cycle };
  const cutting = useMutation({
    mutationFn: async (source: File | "office") => {
      const list = source === "office" ? await readFromOffice() : new Uint8Array(await source.arrayBuffer());
      return await cutInWorker({ scope, list }, cycle.listRoot);
    },
  });

  async function readFromOffice(): Promise<Uint8Array> {
    const list = await client.readListText(programme.address, cycle.cycle);
    return new TextEncoder().encode(list ?? "");
  }

  return { ...cutting, hasOffice: state === "signedIn" };
}

function ListChoice({ list }: { readonly list: ReturnType<typeof useCutList> }) {
  if (list.data !== undefined) return null;
  return (
    <>
      {list.error ? <ErrorNote error={list.error} /> : null}
      {list.hasOffice ? (
        <div>
          <Button variant="default" loading={list.isPending} onClick={() => list.mutate("office")}>
            {text.useOffice}
          </Button>
        </div>
      ) : null}
      <FileDrop label={text.file} hint={text.fileHint} accept=".csv" onFile={(file) => list.mutate(file)} />
    </>
  );
}

interface StatusProps {
  readonly state: BrowserLoadState;
  readonly isCutting: boolean;
  /** Parts that are not on the ledger yet. */
  readonly left: number;
}

function Status({ state, isCutting, left }: StatusProps) {
  if (isCutting || state.kind === "running") {
    return (
      <>
        <Loader size={16} /> {isCutting ? text.reading : text.running}
      </>
    );
  }
  return state.kind === "idle" || state.kind === "failed"
    ? text.ready(countOf(left, text.part))
    : text[state.kind];
}

// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { TextLink } from "../ui/index.ts";
import { DeskFrame } from "./DeskFrame.tsx";
import { words } from "./words/index.ts";

interface CycleFrameProps {
  /** As they stand in the page's address. */
  readonly params: { readonly address: string; readonly cycle: string };
  readonly title: (cycle: number) => string;
  readonly intro: ReactNode;
  readonly children: (programme: ProgrammeHandle, cycle: number) => ReactNode;
}

/** The frame of a page about one cycle, with the way back to the cycle's own page. */
export function CycleFrame({ params, title, intro, children }: CycleFrameProps) {
  const cycle = Number(params.cycle);
  const back = (
    <TextLink to="/console/programmes/$address/cycles/$cycle" params={params}>
      {words.cycle(cycle)}
    </TextLink>
  );
  return (
    <DeskFrame address={params.address} title={title(cycle)} intro={intro} back={back}>
      {(programme) => children(programme, cycle)}
    </DeskFrame>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { useParams } from "@tanstack/react-router";
import { DeskFrame } from "../../shared/desk/index.ts";
import { Terminal } from "./Terminal.tsx";
import { words } from "./words/index.ts";

/** A point of sale in the browser: a shop's till for households with cards. */
export function TerminalPage() {
  const { address = "" } = useParams({ strict: false });
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {(programme) => <Terminal programme={programme} />}
    </DeskFrame>
  );
}

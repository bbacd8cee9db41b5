// SPDX-License-Identifier: Apache-2.0

import { useParams } from "@tanstack/react-router";
import { DeskFrame } from "../../shared/desk/index.ts";
import { words } from "./words/index.ts";

/** A shop's till in the browser. */
export function TerminalPage() {
  const { address = "" } = useParams({ strict: false });
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {() => null}
    </DeskFrame>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { injected } from "wagmi/connectors";
import { demoProvider } from "./demoProvider.ts";
import { officerWord } from "./officerWord.ts";
import type { DemoOfficer } from "./readOfficers.ts";

/** An officer of the demonstration as a wallet of their own. */
export function demoConnector(officer: DemoOfficer) {
  const provider = demoProvider(officer);
  return injected({ target: { id: officer.id, name: officerWord(officer.name), provider } });
}

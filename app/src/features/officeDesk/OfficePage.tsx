// SPDX-License-Identifier: Apache-2.0

import { Page } from "../../shared/layout/index.ts";
import { words } from "./words/index.ts";

export function OfficePage() {
  return <Page title={words.title}>{null}</Page>;
}

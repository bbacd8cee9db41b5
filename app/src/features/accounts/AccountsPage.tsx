// SPDX-License-Identifier: Apache-2.0

import { Page } from "../../shared/layout/index.ts";
import { words } from "./words/index.ts";

export function AccountsPage() {
  return <Page title={words.title}>{null}</Page>;
}

// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { words } from "../words/index.ts";

/**
 * Prints the page. On paper header, footer, way back and all buttons are gone by themselves; what else is for the screen only carries
 * `data-print="hide"`.
 */
export function PrintButton({ children = words.print }: { readonly children?: ReactNode }) {
  return (
    <Button variant="default" onClick={() => window.print()}>
      {children}
    </Button>
  );
}

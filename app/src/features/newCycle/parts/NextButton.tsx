// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { isDone } from "../flow/reach.ts";
import { stepAfter } from "../flow/steps.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";

/** On to the next step, once this one has what that one needs. */
export function NextButton({ desk: { state, go } }: { readonly desk: ImportDesk }) {
  return (
    <Button disabled={!isDone(state, state.step)} onClick={() => go(stepAfter(state.step))}>
      {words.goOn}
    </Button>
  );
}

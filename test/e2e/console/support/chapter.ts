// SPDX-License-Identifier: Apache-2.0

import { afterEach, test } from "node:test";
import { keepEvidence } from "./evidence.ts";

/** Tests of one story, each standing on the ones before: after the first that fails, the others are skipped. */
export function chapters(): (what: string, run: () => Promise<void>) => void {
  let brokeAt: string | undefined;
  afterEach(keepEvidence);
  return (what, run) => {
    test(what, async (t) => {
      if (brokeAt !== undefined) return t.skip(`the story broke off at: ${brokeAt}`);
      brokeAt = what;
      await run();
      brokeAt = undefined;
    });
  };
}

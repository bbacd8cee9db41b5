// SPDX-License-Identifier: Apache-2.0

import jsQR from "jsqr";
import type { FoundTexts, Frame } from "./scanMessages.ts";

function tell(found: FoundTexts): void {
  self.postMessage(found);
}

/** Finds a QR code in a picture, where the browser itself cannot. Apart from the page, which would stutter. */
self.addEventListener("message", ({ data: { data, width, height } }: MessageEvent<Frame>) => {
  // Cards are printed black on white; looking for the opposite too would take twice as long.
  const code = jsQR(data, width, height, { inversionAttempts: "dontInvert" });
  tell(code === null || code.data === "" ? [] : [code.data]);
});

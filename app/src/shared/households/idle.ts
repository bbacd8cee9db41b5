// SPDX-License-Identifier: Apache-2.0

/** Nobody touched the page for so long: whoever sits there now may be somebody else. */
const IDLE = 30 * 60_000;
const LOOK_EVERY = 15_000;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "wheel"] as const;

/**
 * Call once after half an hour without a hand on the page, also when the machine slept.
 * @returns stops watching.
 */
export function whenIdle(call: () => void): () => void {
  let lastSign = Date.now();
  const note = (): void => {
    lastSign = Date.now();
  };
  const look = (): void => {
    if (Date.now() - lastSign >= IDLE) call();
  };
  // The look comes first: the touch that wakes a sleeping machine must not count for the hours before it.
  const wake = (): void => {
    look();
    note();
  };
  const timer = setInterval(look, LOOK_EVERY);
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, wake, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, wake, { capture: true });
    document.removeEventListener("visibilitychange", look);
  };
}

// SPDX-License-Identifier: Apache-2.0

/** What the page's own clock saw of an import, milliseconds. */
export interface Seen {
  readonly import_ms: number;
  /** The longest time in which the page could not have reacted. */
  readonly longest_block_ms: number;
}

/** What {@link watchImport} puts into the page. */
interface Watched {
  annonaSeen?: Seen;
}

/**
 * In the page, before its own scripts: from the moment in which a file is chosen until a status says that all its rows were read. A
 * block is what the browser reports as a long task, or a heartbeat that came late by as much.
 */
export function watchImport(households: string): void {
  const HEARTBEAT = 4;
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
    const begun = performance.now();
    let longest = 0;
    let last = begun;
    const beat = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last - HEARTBEAT);
      last = now;
    };
    const beating = setInterval(beat, HEARTBEAT);
    const note = (entries: PerformanceEntryList) => {
      for (const { startTime, duration } of entries) {
        longest = Math.max(longest, startTime + duration - Math.max(startTime, begun));
      }
    };
    const tasks = new PerformanceObserver((list) => note(list.getEntries()));
    tasks.observe({ type: "longtask" });
    const isRead = () =>
      [...document.querySelectorAll("[role=status]")].some(({ textContent }) =>
        textContent.includes(households),
      );
    const done = new MutationObserver(() => {
      if (!isRead()) return;
      done.disconnect();
      const import_ms = performance.now() - begun;
      // The work that draws what was read belongs to it.
      setTimeout(() => {
        beat();
        clearInterval(beating);
        note(tasks.takeRecords());
        (window as Watched).annonaSeen = { import_ms, longest_block_ms: longest };
      }, 500);
    });
    done.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** In the page: what {@link watchImport} saw, once it is over. */
export function seenImport(): Seen | undefined {
  return (window as Watched).annonaSeen;
}

/** In the page: scroll through a long list, and count the frames that came late. */
export async function scrollThrough(
  scroller: Element,
): Promise<{ frames: number; late: number; rows: number }> {
  const LATE = 50;
  const FRAMES = 240;
  const seen = new Set<string>();
  let late = 0;
  let last = performance.now();
  for (let frame = 0; frame < FRAMES; frame++) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    if (now - last > LATE) late += 1;
    last = now;
    for (const row of scroller.querySelectorAll("tr[aria-rowindex]")) {
      seen.add(row.getAttribute("aria-rowindex") ?? "");
    }
    // By hand for the first half; then by the scroll bar, through the whole list.
    scroller.scrollTop += frame < FRAMES / 2 ? 120 : scroller.scrollHeight / (FRAMES / 2);
  }
  return { frames: FRAMES, late, rows: seen.size };
}

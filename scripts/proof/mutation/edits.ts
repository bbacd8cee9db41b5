// SPDX-License-Identifier: Apache-2.0

/** A place in a source, in bytes: from `start` up to and without `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What to write instead of a place; `inside` gives the text of a place within, with the edits that lie there. */
export interface Edit extends Place {
  readonly write: (inside: (place: Place) => string) => string;
}

/** The whole source with its edits. Of two edits at the same place the later one is written around the earlier one. */
export function applied(source: Buffer, edits: readonly Edit[]): string {
  return rendered(source, { start: 0, end: source.length }, edits);
}

function rendered(source: Buffer, { start, end }: Place, edits: readonly Edit[]): string {
  const within = edits
    .map((edit, order) => ({ edit, order }))
    .filter(({ edit }) => edit.start >= start && edit.end <= end)
    .sort((a, b) => a.edit.start - b.edit.start || b.edit.end - a.edit.end || b.order - a.order);
  let text = "";
  let at = start;
  for (const { edit } of within) {
    if (edit.start < at) continue;
    const others = edits.filter((each) => each !== edit);
    text += source.subarray(at, edit.start).toString("utf8");
    text += edit.write((place) => rendered(source, place, others));
    at = edit.end;
  }
  return text + source.subarray(at, end).toString("utf8");
}

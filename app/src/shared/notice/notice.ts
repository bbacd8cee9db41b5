// SPDX-License-Identifier: Apache-2.0

/** Something short that was done, and the way back. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly undo?: (() => void | Promise<void>) | undefined;
}

type NoticeInput = Omit<Notice, "id">;

let current: Notice | undefined;
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Say at the foot of the page what was done, and offer to undo it. One at a time: a newer one takes the place of the older.
 * An undo that fails says so there by itself.
 */
export function notify({ text, undo }: NoticeInput): void {
  lastId += 1;
  show({ id: lastId, text, undo });
}

/** Take a notice away, unless a newer one stands there by now. */
export function dismiss(id: number): void {
  if (current?.id === id) show(undefined);
}

export function currentNotice(): Notice | undefined {
  return current;
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(notice: Notice | undefined): void {
  current = notice;
  for (const listener of listeners) listener();
}

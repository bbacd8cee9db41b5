// SPDX-License-Identifier: Apache-2.0

/** What an error says: one sentence what happened, one sentence what to do next. */
export interface ErrorText {
  /** Stable code such as "LIST-501"; documentation and support refer to it. */
  readonly code: string;
  readonly summary: string;
  readonly next: string;
  /** For the developer. Never personal data: details end up in logs. */
  readonly details?: string;
  readonly cause?: unknown;
}

/**
 * Base of every error that Annona raises on purpose. Its message is fit for an officer's screen; parts of the
 * project derive from it only to give the error a name of their own.
 */
export class AnnonaError extends Error {
  override readonly name: string = "AnnonaError";
  readonly code: string;
  readonly summary: string;
  readonly next: string;
  readonly details: string | undefined;

  constructor(text: ErrorText) {
    super(`${text.summary} ${text.next}`, { cause: text.cause });
    this.code = text.code;
    this.summary = text.summary;
    this.next = text.next;
    this.details = text.details;
  }

  /** First error in the chain of causes, this one included, for which `matches` holds. */
  walk(matches: (error: unknown) => boolean): unknown {
    let error: unknown = this;
    while (error !== undefined && error !== null) {
      if (matches(error)) return error;
      error = error instanceof Error ? error.cause : undefined;
    }
    return undefined;
  }
}

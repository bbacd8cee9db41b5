// SPDX-License-Identifier: Apache-2.0

import { AnnonaError, type ErrorText } from "../errors/AnnonaError.ts";

export interface OfficeErrorText extends ErrorText {
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
  /** Seconds after which it makes sense to ask again. */
  readonly retryAfter?: number | undefined;
}

/** A refusal of the office server, or what is wrong with the line to it. */
export class OfficeError extends AnnonaError {
  override readonly name: string = "OfficeError";
  readonly status: number;
  readonly retryAfter: number | undefined;

  constructor(text: OfficeErrorText) {
    super(text);
    this.status = text.status;
    this.retryAfter = text.retryAfter;
  }

  /** Somebody else changed the thing since it was read: read it again. */
  get isStale(): boolean {
    return this.status === 412;
  }

  /** There is no session, or it has ended. */
  get isSignedOut(): boolean {
    return this.status === 401;
  }

  /** There is no such thing. */
  get isMissing(): boolean {
    return this.status === 404;
  }
}

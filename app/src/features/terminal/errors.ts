// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../../shared/errors/index.ts";

/** A terminal keeps its key and its receipts on the device. */
export const noStorage = (cause: unknown) =>
  new AppError({
    code: "TERM-101",
    summary: "This browser keeps nothing, so it cannot be a point of sale.",
    next: "Open this page in an ordinary window, not a private one, and allow it to store data.",
    cause,
  });

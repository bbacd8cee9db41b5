// SPDX-License-Identifier: Apache-2.0

export { AppError, appError, toAppError } from "./AppError.ts";
export type { AppErrorName } from "./codes.ts";
export { ErrorNote } from "./ErrorNote.tsx";
export { translated } from "./translate.ts";

// SPDX-License-Identifier: Apache-2.0

import { MAX_FILE_BYTES } from "./limits.ts";
import { type Problem, problemAt, WHOLE_FILE } from "./problems.ts";

/**
 * The problem of a file that is too large to import, if it is. Ask before reading the file: its size alone
 * decides.
 * @param bytes Size of the file.
 */
export function refuseBySize(bytes: number): Problem | undefined {
  if (bytes <= MAX_FILE_BYTES) return undefined;
  return problemAt(WHOLE_FILE, "tooLarge", { size: Math.ceil(bytes / 1e6), limit: MAX_FILE_BYTES / 1e6 });
}

// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../../../shared/data/", import.meta.url);

/** Options for a test that reads a file of others' making; where it is absent the test is skipped and says so. */
export function needs(path: string): { skip: string | false } {
  return {
    skip: existsSync(new URL(path, FOLDER)) ? false : `the third-party file ${path} is not on this machine`,
  };
}

export function readShared(path: string): Uint8Array {
  return readFileSync(new URL(path, FOLDER));
}

// SPDX-License-Identifier: Apache-2.0

import { encodeBytes32String } from "ethers";
import { AgencyError } from "./AgencyError.ts";

const CODE = /^[\x20-\x7e]{1,31}$/;

/** A reason code or another short ASCII text as the contracts keep it, a bytes32. @throws AgencyError AGENCY-301. */
export function codeBytes(text: string): string {
  if (!CODE.test(text)) throw new AgencyError("badCode");
  return encodeBytes32String(text);
}

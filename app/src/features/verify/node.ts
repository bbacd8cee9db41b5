// SPDX-License-Identifier: Apache-2.0

import type { VerifyErrorName } from "./codes.ts";

const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * What is wrong with the address of a node, as far as the address itself tells.
 * @param pageProtocol Of the page that will ask it, such as "https:".
 */
export function faultOfNode(text: string, pageProtocol: string): VerifyErrorName | undefined {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return "notAnAddress";
  const isInsecure =
    pageProtocol === "https:" && url.protocol === "http:" && !THIS_MACHINE.test(url.hostname);
  return isInsecure ? "insecure" : undefined;
}

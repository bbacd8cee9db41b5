// SPDX-License-Identifier: Apache-2.0

import { SHELL_LOCALE } from "../words/locale.ts";

const MS_A_SECOND = 1000;
const clock = new Intl.DateTimeFormat(SHELL_LOCALE, { hour: "2-digit", minute: "2-digit" });

/** For the header: the time of day of a moment in Unix seconds, in the reader's time zone: "16:45". */
export function showClock(seconds: number): string {
  return clock.format(seconds * MS_A_SECOND);
}

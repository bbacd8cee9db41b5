// SPDX-License-Identifier: Apache-2.0

import { agreementsClient } from "./client/agreements.ts";
import { draftsClient } from "./client/drafts.ts";
import { jobsClient } from "./client/jobs.ts";
import { type OfficeClientOptions, openLine } from "./client/line.ts";
import { listsClient } from "./client/lists.ts";
import { sessionsClient } from "./client/sessions.ts";
import { workClient } from "./client/work.ts";

export type OfficeClient = ReturnType<typeof officeClient>;

/**
 * An agency's office server, one function an endpoint. Answers are checked; every function throws an OfficeError with code, sentence
 * and next step. The session is a cookie that the browser keeps.
 */
export function officeClient(options: OfficeClientOptions) {
  const line = openLine(options);
  return {
    ...sessionsClient(line),
    ...draftsClient(line),
    ...listsClient(line),
    ...workClient(line),
    ...jobsClient(line),
    ...agreementsClient(line),
  };
}

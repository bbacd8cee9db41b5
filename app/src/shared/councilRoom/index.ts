// SPDX-License-Identifier: Apache-2.0

// The council as its own contract tells it, for pages that a member works in.
export { keepName, type Names } from "./names.ts";
export {
  type CouncilGround,
  type CouncilTasks,
  useCouncil,
  useCouncilTasks,
  useProposals,
} from "./queries.ts";

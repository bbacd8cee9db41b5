// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import { type Context, Hono } from "hono";
import type { Role } from "#sdk/agency/index.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { officeError } from "../errors.ts";
import { type JobRequest, type JobSources, type JobsDesk, jobsApi, type Relayer } from "../relayer/index.ts";
import type { Caller } from "../session/caller.ts";
import { findListText } from "../store/lists.ts";
import { findCommitments, requestDone } from "../store/requests.ts";
import { anyJsonOf, checked, upTo } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";

/** Batches of a whole shop's month, with the list chunks that their refunds need. */
const JOB_MEGABYTES = 16;

/** Who may have a job of this kind done. Terminals bring their own receipts beside. */
const STARTERS: Readonly<Record<JobRequest["kind"], readonly Role[]>> = {
  load: ["Preparer", "Custodian"],
  open: ["Preparer", "Custodian"],
  receipts: ["Preparer", "Custodian", "Finance"],
};

/** The relayer's jobs under the office's rights. */
export function jobsDeskApi(relayer: Relayer | undefined): Hono<OfficeEnv> {
  const api = new Hono<OfficeEnv>();
  api.use("/jobs", upTo(JOB_MEGABYTES));
  api.route("/", jobsApi(relayer, DESK));
  return api;
}

/** What the relayer takes from the rest of the office. */
export function jobSources({ store, now }: OfficeParts): JobSources {
  return {
    listOf: async (programme, cycle) =>
      await findListText(store.db, getAddress(programme.toLowerCase()), cycle),
    commitmentsOf: async (request) => (await findCommitments(store.db, request)) as Commitment[] | undefined,
    accountsOpened: async (request) => await requestDone(store, request, now()),
  };
}

const DESK: JobsDesk = {
  check: checked,
  json: anyJsonOf,

  async mayStart(context, job) {
    const caller = callerOf(context);
    if (caller.kind === "officer") requireOneOf(caller, STARTERS[job.kind]);
    else if (!bringsOwnReceipts(caller, job)) throw officeError("notForTerminals");
    return caller.address;
  },

  async mayList(context) {
    if (callerOf(context).kind === "terminal") throw officeError("notForTerminals");
  },

  async maySee(context, job) {
    const { kind, address } = callerOf(context);
    if (kind === "terminal" && job.createdBy !== address) throw officeError("notForTerminals");
  },

  async mayChange(context) {
    const caller = callerOf(context);
    if (caller.kind === "terminal") throw officeError("notForTerminals");
    requireOneOf(caller, STARTERS.load);
  },
};

/** A terminal hands in what it signed itself, where it is active. */
function bringsOwnReceipts({ address, terminals }: Caller, job: JobRequest): boolean {
  if (job.kind !== "receipts") return false;
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return (
    terminals.some(({ programme }) => isSame(programme, job.programme)) &&
    job.batches.every(({ batch }) => isSame(batch.terminal, address))
  );
}

function requireOneOf({ roles: held }: Caller, roles: readonly Role[]): void {
  if (!roles.some((role) => held.has(role))) throw officeError("wrongRole", { roles: roles.join(" or ") });
}

function callerOf(context: Context): Caller {
  return (context as Context<OfficeEnv>).get("caller");
}

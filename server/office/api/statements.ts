// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { z } from "zod/mini";
import { wouldVerify } from "#sdk/agreements/index.ts";
import { newStatementSchema } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import { onNode } from "../session/onNode.ts";
import { keepStatement, listStatements } from "../store/statements.ts";
import { agreementPath, requirePart } from "./agreements.ts";
import { JSON_LIMIT, jsonOf, pathOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { milestonePath } from "./paths.ts";

const statementPath = z.object({ ...agreementPath.shape, ...milestonePath.shape });

/**
 * Where what monitors sign is gathered, so that somebody sends all of it in one transaction. The office is believed nothing: each
 * statement names its evidence and submission, and the ledger checks the signature. Only what the ledger would take is kept.
 */
export function statementsApi({ store, chain, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();

  api.get("/agreements/:agreement/statements", async (c) => {
    const { agreement } = pathOf(c, agreementPath);
    const { address } = await chain.agreements.agreement(agreement);
    requirePart(c.get("caller"), address);
    return c.json({ items: await listStatements(db, address) });
  });

  api.put("/agreements/:agreement/statements/:milestone", JSON_LIMIT, async (c) => {
    const { agreement, milestone } = pathOf(c, statementPath);
    const handle = await chain.agreements.agreement(agreement);
    const caller = c.get("caller");
    requirePart(caller, handle.address);
    const statement = await jsonOf(c, newStatementSchema);
    const { evidence, submittedAt, signature } = statement;
    const signed = { monitor: caller.address, signature };
    const isGood =
      (await onNode(isCurrent(handle.contract, milestone, submittedAt))) &&
      (await onNode(wouldVerify(handle, { milestone, evidence }, signed)));
    if (!isGood) throw officeError("statementRefused");
    await keepStatement(db, handle.address, {
      milestone,
      monitor: caller.address,
      ...statement,
      createdAt: now(),
    });
    return c.body(null, 204);
  });
  return api;
}

type Contract = Awaited<ReturnType<OfficeParts["chain"]["agreements"]["agreement"]>>["contract"];

/** Whether the ledger has the submission of this time; a milestone that it does not know has none. */
async function isCurrent(contract: Contract, milestone: number, submittedAt: number): Promise<boolean> {
  if (milestone < 1 || milestone > Number(await contract.milestones())) return false;
  return Number((await contract.milestoneOf(milestone)).since) === submittedAt;
}

// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { id as keccakOfText } from "ethers";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { foundAgency } from "#scripts/seed/consortium.ts";
import { type Office, openShop } from "#scripts/seed/month.ts";
import { openPeople, terminalKey } from "#scripts/seed/people.ts";
import { createProgramme, deployUnit, fund, issueUnits } from "#scripts/seed/programme.ts";
import { startAnvil } from "#scripts/start/anvil.ts";
import { freePort } from "#scripts/start/ports.ts";
import { bankPayout, openProvider, suiteOn } from "#sdk/agency/index.ts";

/** An agency with a funded voucher programme on a chain of its own, and a folder for its files. */
export interface Agency {
  readonly office: Office;
  readonly folder: string;
  /** Stop the chain and delete the folder. */
  stop(): Promise<void>;
}

const CHAIN_ID = 31_337;
const STEP = 500n;
const CEILING = 10n ** 15n;
/** Units that a euro cent buys here, rounded down: more than enough cents are paid in for the amount wanted. */
const UNITS_A_CENT = 6n;

/**
 * Start a local chain, deploy everything, and found an agency whose programme has the money.
 * @param money XOF that the programme needs.
 * @param terminals Terminals of its one shop.
 */
export async function foundBenchAgency(money: bigint, terminals: number): Promise<Agency> {
  const folder = await mkdtemp(join(tmpdir(), "annona-scale-"));
  const chain = await startAnvil({ port: await freePort() });
  const provider = openProvider(chain.url, CHAIN_ID);
  const people = openPeople(provider);
  const { address: council } = people.council;
  const journal = join(folder, "journal");
  const suite = suiteOn(
    provider,
    await deployCore({ provider, deployer: council, council, grantDelay: 0, journal }),
  );
  const key = Uint8Array.from(randomBytes(32));
  const organisation = await foundAgency(suite, people, "Scale Relief", key);
  const unit = await deployUnit(suite, people, organisation, "XOF", 0);
  const programme = await createProgramme(suite, people, {
    organisation,
    name: "Vouchers at scale",
    asset: unit,
    currency: "XOF",
    step: STEP,
    modality: "voucher",
    purpose: "72040",
    bands: [{ upTo: CEILING, approvers: 1, needsRelease: false }],
  });
  const office = { suite, people, programme, key };
  await fund(people, programme, await issueUnits(suite, people, organisation, unit, money / UNITS_A_CENT));
  const limits = { ceilingPerDay: CEILING, terminalLimit: CEILING };
  const terms = {
    code: "SHOP-001",
    kind: "Retailer",
    commissionBps: 0,
    offlineDays: 30,
    isActive: true,
  } as const;
  const keys = Array.from({ length: terminals }, (_, n) => terminalKey(n + 1));
  await openShop(office, { ...terms, ...limits }, bankPayout(keccakOfText("bank details")), keys);
  return {
    office,
    folder,
    async stop() {
      provider.destroy();
      await chain.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

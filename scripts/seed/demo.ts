// SPDX-License-Identifier: Apache-2.0
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { id as keccakOfText } from "ethers";
import { writeKeys } from "#scripts/cli/keys.ts";
import { readConsortiumKey } from "#scripts/cli/settings.ts";
import type { Suite } from "#sdk/agency/index.ts";
import { foundMarketProgramme, runMarketMonth } from "./acacia.ts";
import {
  offerRadio,
  payForSolarPumps,
  startBoreholes,
  startSolarPumps,
  workOnBoreholes,
} from "./agreements.ts";
import { seedCash, seedVouchers } from "./baobab.ts";
import { ORGANISATIONS } from "./cast.ts";
import { appointMonitor, foundAgency, welcomeMembers } from "./consortium.ts";
import { leaveProposal, seatCouncil } from "./council.ts";
import type { Tell } from "./demoMonth.ts";
import { seedEtherFund, seedFund } from "./donorFund.ts";
import { demoKeys, openPeople, peopleOfAcacia } from "./people.ts";
import { deployDollar } from "./programme.ts";

const TERMINALS = 7;
const USUAL_OFFICE = "http://127.0.0.1:8790";

/**
 * Fill a chain with a living example. One agency has a voucher programme in XOF that pays shops through a bank, a cash programme in a dollar
 * token, and two agreements with a partner; another has a market programme in the same token, for households some of which the first one
 * knows, and a donor fund that pays it and the partner; where the chain has a token for ether, also a fund that takes it. Everything goes through the same actions as the command line and the console, each
 * signed by the person whose job it is.
 * @param folder Gets everybody's keys, the consortium's key and the lists.
 * @param officeUrl Where the first agency's office will answer.
 */
export async function seedDemo(
  suite: Suite,
  folder: string,
  tell: Tell,
  officeUrl = USUAL_OFFICE,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const people = openPeople(suite.provider);
  const keyFile = join(folder, "consortium.key");
  // Not a secret: the demonstration has to come out the same each time.
  await writeFile(keyFile, `${keccakOfText("annona demonstration key")}\n`, { mode: 0o600 });
  const key = await readConsortiumKey(keyFile);
  await writeKeys(join(folder, "keys.json"), demoKeys(TERMINALS));

  tell("admitting two agencies, a partner and their officers");
  const organisation = await foundAgency(suite, people, ORGANISATIONS.baobab, key);
  await appointMonitor(suite, people, organisation);
  const { acacia, partner } = await welcomeMembers(suite, people);
  const dollar = await deployDollar(people);
  const baobab = { suite, people, key, organisation, folder, officeUrl, tell };
  await seedVouchers(baobab);
  await seedCash(baobab, dollar);

  tell("signing an agreement with a partner");
  const boreholes = await startBoreholes(baobab, partner, dollar);
  await offerRadio(baobab, partner, dollar);
  const second = { ...baobab, people: peopleOfAcacia(people), organisation: acacia };
  const market = await foundMarketProgramme(second, dollar);
  tell("giving to a fund, and allocating from it to a programme and an agreement");
  await seedFund(second, dollar, { market, agreement: { address: boreholes, officers: people } });
  await runMarketMonth(second, market);
  await workOnBoreholes(baobab, partner, boreholes);
  const { wrappedEther } = suite.deployment.contracts;
  if (wrappedEther !== undefined) {
    tell("giving ether, and paying the partner from it");
    const solar = await startSolarPumps(baobab, partner, wrappedEther);
    await seedEtherFund(second, wrappedEther, { address: solar, officers: people });
    await payForSolarPumps(baobab, partner, solar);
  }

  tell("seating the council");
  await seatCouncil(suite, people);
  await leaveProposal(suite, people);
  const last = await suite.provider.getBlock("latest");
  await writeFile(
    join(folder, "done.json"),
    `${JSON.stringify({ block: last?.number, hash: last?.hash })}\n`,
  );
}

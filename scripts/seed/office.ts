// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readConsortiumKey } from "#scripts/cli/settings.ts";
import {
  commitmentFactsSchema,
  findAccounts,
  listProgrammes,
  type ProgrammeHandle,
  type Suite,
} from "#sdk/agency/index.ts";
import { listAgreements } from "#sdk/agreements/index.ts";
import {
  createEnvelope,
  type Household,
  importOfficeKey,
  type OfficeKey,
  pagesOf,
  randomOfficeKey,
  sealPage,
} from "#sdk/households/index.ts";
import type { AccountNumber } from "#sdk/list/accountNumber.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { encodeDraftRows } from "#sdk/office/draftRows.ts";
import type { OfficeClient } from "#sdk/office/index.ts";
import { KEY_VERSION } from "./consortium.ts";
import { draftPlan, sealedFile } from "./draftFile.ts";
import { demoAnnexes, demoDescriptions, demoEvidence, solarEvidence } from "./evidence.ts";
import { commitmentsOf, type DemoFile, demoFiles, NAMESPACE, peopleIn, readDemoFile } from "./lists.ts";
import { type OfficePlace, signInAs } from "./officeSession.ts";
import { openPeople } from "./people.ts";

/** Opens the household ids of the demonstration. Known to everybody, like its officers' keys. */
export const DEMO_PASSPHRASE = "annona demonstration";
/** PIN of every card of the demonstration. */
export const DEMO_PIN = "2580";
const CARDS = 12;

export interface OfficeSeed extends OfficePlace {
  readonly suite: Suite;
  /** Folder of the demonstration: its key and its lists. */
  readonly folder: string;
  readonly tell: (line: string) => void;
}

/** What the steps below share. */
interface Desk {
  readonly suite: Suite;
  readonly folder: string;
  readonly key: Uint8Array;
  readonly organisation: number;
  readonly vouchers: ProgrammeHandle;
  readonly cash: ProgrammeHandle;
  readonly preparer: OfficeClient;
  readonly custodian: OfficeClient;
  readonly finance: OfficeClient;
}

/** Whether {@link seedOffice} came to its end. @param folder Of the demonstration. */
export function isOfficeSeeded(folder: string): boolean {
  return existsSync(doneFile(folder));
}

function doneFile(folder: string): string {
  return join(folder, "office-done.json");
}

/** Give the demonstration's office, which is empty, what an office has after a month of work. */
export async function seedOffice(seed: OfficeSeed): Promise<void> {
  seed.tell("filling the office: household ids, lists, cards, drafts");
  const desk = await openDesk(seed);
  const sealing = await keepEnvelope(desk);
  const households = await keepHouseholds(desk, sealing);
  await keepLists(desk);
  await issueCards(desk, households);
  await leaveDrafts(desk, sealing);
  await leaveExceptions(desk, households);
  await keepAgreementFiles(seed);
  await writeFile(doneFile(seed.folder), `${JSON.stringify({ households: households.length })}\n`);
}

async function openDesk({ suite, folder, ...place }: OfficeSeed): Promise<Desk> {
  const people = openPeople(suite.provider);
  const [vouchers, cash] = await listProgrammes(suite);
  if (vouchers === undefined || cash === undefined) throw new Error("The demonstration has no programmes.");
  const [preparer, custodian, finance] = await Promise.all(
    [people.preparer, people.custodian, people.finance].map((officer) => signInAs(officer, place)),
  );
  if (!preparer || !custodian || !finance) throw new Error("An officer of the demonstration is missing.");
  const key = await readConsortiumKey(join(folder, "consortium.key"));
  const { organisation } = vouchers;
  return { suite, folder, key, organisation, vouchers, cash, preparer, custodian, finance };
}

/** Lock the consortium's key and a new office key under the demonstration's passphrase. */
async function keepEnvelope({ custodian, organisation, key }: Desk): Promise<OfficeKey> {
  const officeKey = randomOfficeKey();
  const content = { consortiumKey: key, keyVersion: KEY_VERSION, officeKey, namespace: NAMESPACE };
  await custodian.writeEnvelope(0, await createEnvelope(DEMO_PASSPHRASE, organisation, content));
  return await importOfficeKey(officeKey);
}

/** The households of both lists with their names and phones, sealed. @returns them, the voucher programme's first. */
async function keepHouseholds(desk: Desk, sealing: OfficeKey): Promise<readonly Household[]> {
  const vouchers = await householdsOf(desk, demoFiles.vouchers, desk.vouchers);
  const cash = await householdsOf(desk, demoFiles.cash, desk.cash);
  const households = [...vouchers, ...cash];
  for (const page of pagesOf(households)) {
    const sealed = await sealPage(sealing, desk.organisation, page);
    await desk.custodian.writeHouseholdPage(page.page, 0, sealed);
  }
  return households;
}

async function householdsOf(
  { suite, key }: Desk,
  file: DemoFile,
  programme: ProgrammeHandle,
): Promise<Household[]> {
  const list = readDemoFile(file, programme);
  const commitments = await commitmentsOf(list, key);
  const { open } = await findAccounts(suite, commitments);
  const known = peopleIn(file);
  return list.entitlements.flatMap(({ identifier }, i) => {
    const account = accountAt(open, commitments, i);
    return account === undefined ? [] : [{ account, identifier, ...known.get(identifier) }];
  });
}

function accountAt(
  open: ReadonlyMap<Commitment, AccountNumber>,
  commitments: readonly Commitment[],
  index: number,
): AccountNumber | undefined {
  const commitment = commitments[index];
  return commitment === undefined ? undefined : open.get(commitment);
}

/** The committed lists of all cycles, which approvers and the relayer fetch. */
async function keepLists({ folder, preparer }: Desk): Promise<void> {
  for (const cycle of ["vouchers-1", "vouchers-2", "cash-1"]) {
    const part = (name: string) => readFile(join(folder, cycle, name), "utf8");
    const facts = commitmentFactsSchema.parse(JSON.parse(await part("commitment.json")));
    await preparer.createList({
      facts,
      list: await part("list.csv"),
      sheet: await part("control-sheet.json"),
    });
  }
}

async function issueCards({ custodian }: Desk, households: readonly Household[]): Promise<void> {
  const cards = households.slice(0, CARDS).map(({ account }) => ({
    account,
    serial: String(1000 + ((account * 7_919) % 9000)),
    pin: DEMO_PIN,
  }));
  await custodian.createCards(cards);
}

/** One draft that can be prepared, and one that waits for the custodian to open accounts. */
async function leaveDrafts(desk: Desk, sealing: OfficeKey): Promise<void> {
  const { preparer, vouchers, cash } = desk;
  const ready = await writeDraft(desk, sealing, cash, "School term, second payment", demoFiles.cash);
  await preparer.changeDraft(ready.draft.id, ready.draft.version, { state: "ready" });
  const title = "New arrivals, northern districts";
  const waiting = await writeDraft(desk, sealing, vouchers, title, demoFiles.arrivals);
  await preparer.createRequest({ draft: waiting.draft.id, commitments: [...waiting.commitments] });
}

async function writeDraft(
  { key, preparer, organisation }: Desk,
  sealing: OfficeKey,
  programme: ProgrammeHandle,
  title: string,
  file: DemoFile,
) {
  const list = readDemoFile(file, programme);
  const commitments = await commitmentsOf(list, key);
  const rows = list.entitlements.map(({ amount, area, householdSize }, i) => ({
    commitment: commitments[i] as Commitment,
    amount,
    ...(area === undefined ? {} : { area }),
    ...(householdSize === undefined ? {} : { householdSize }),
  }));
  const { address } = programme;
  const { id, version } = await preparer.createDraft({ programme: address, title, plan: draftPlan(file) });
  const withRows = await preparer.writeDraftRows(id, version, encodeDraftRows(rows));
  const sealed = await sealedFile(sealing, organisation, id, `${title}.csv`, file);
  return { draft: await preparer.writeDraftSealed(id, withRows.version, sealed), commitments };
}

/** What milestones ask for, what belongs to the agreements, and the evidence so far; the partner's officer hands it in. */
async function keepAgreementFiles({ suite, ...place }: OfficeSeed): Promise<void> {
  const [boreholes, radio, solar] = await listAgreements(suite);
  if (boreholes === undefined || radio === undefined || solar === undefined)
    throw new Error("The demonstration has not all its agreements.");
  const partner = await signInAs(openPeople(suite.provider)["partner-preparer"], place);
  const files = [
    ...[...demoDescriptions.boreholes, ...demoAnnexes, ...demoEvidence].map((file) => ({
      file,
      of: boreholes,
    })),
    ...[...demoDescriptions.radio, ...demoAnnexes].map((file) => ({ file, of: radio })),
    ...[...demoDescriptions.solar, ...demoAnnexes, solarEvidence].map((file) => ({ file, of: solar })),
  ];
  for (const { file, of } of files) {
    const { hash, name, bytes } = file;
    await partner.putAgreementFile(of.address, { hash, name, content: new Blob([bytes]) });
  }
}

/** Two things that finance has to look into. */
async function leaveExceptions({ finance, vouchers }: Desk, households: readonly Household[]): Promise<void> {
  const nothing = { terminal: null, number: null, account: null };
  await finance.createException({
    ...nothing,
    programme: vouchers.address,
    cycle: 1,
    shop: 3,
    account: households[3]?.account ?? null,
    kind: "MissingInStatement",
    reason: "RECO-106",
    note: "The shop's statement does not have this receipt. Asked the shop for its copy.",
  });
  await finance.createException({
    ...nothing,
    programme: vouchers.address,
    cycle: 1,
    shop: 2,
    kind: "Complaint",
    reason: "fee",
    note: "Two households say that the shop asked for a fee.",
  });
}

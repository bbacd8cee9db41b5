// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { hexlify, id as keccakOfText } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { type OfficePlace, signInAs } from "#scripts/seed/officeSession.ts";
import type { PersonName } from "#scripts/seed/people.ts";
import { documentHash } from "#sdk/agency/index.ts";
import {
  type AgreementHandle,
  descriptionPaper,
  submitCall,
  type Verification,
  verificationData,
  verifyBySignaturesCall,
} from "#sdk/agreements/index.ts";
import { contractNumber } from "#sdk/errors/contractWords.ts";
import { amountOf } from "#sdk/money/index.ts";
import type { OfficeClient, OfficeError } from "#sdk/office/index.ts";
import { type OfficeServer, startOfficeServer } from "#server/office/server.ts";
import { foundPartner, milestoneOf, signedAgreement } from "#test/e2e/console/support/agreements.ts";
import { openOffice, type TestOffice } from "#test/e2e/support/office.ts";

const APP = "http://console.example";
const EVIDENCE = new Blob(["six boreholes, tested"]);
const NAME = "report of Amina Diallo.pdf";

/** Longer than the office remembers a role. */
const ROLES_FORGOTTEN_MS = 3_200;

describe("agreements at the office", () => {
  let office: TestOffice;
  let server: OfficeServer;
  let place: OfficePlace;
  /** Of Clear Wells Cooperative, and of another organisation. */
  let own: AgreementHandle;
  let other: AgreementHandle;
  let hash: string;
  const said: string[] = [];
  const files = () => join(office.folder, "files");

  before(async () => {
    office = await openOffice();
    const { suite, chain, organisation, folder } = office;
    const partnership = await foundPartner(office);
    const milestones = [milestoneOf("Deliverable", 10n, "Drill.", 20_800)];
    own = await signedAgreement(office, partnership, "Boreholes", milestones);
    const elsewhere = { ...partnership, partner: partnership.partner - 1 };
    const secondParty = { ...office.people, "partner-administrator": office.people["acacia-administrator"] };
    other = await signedAgreement({ ...office, people: secondParty }, elsewhere, "Other", milestones);
    server = await startOfficeServer({
      port: 0,
      rpcUrl: chain.url,
      deployment: suite.deployment,
      organisation,
      database: { sqliteFile: join(folder, "office.sqlite") },
      files: { folder: files() },
      origins: [APP],
      log: (line) => said.push(line),
    });
    place = { officeUrl: server.url, appUrl: APP, chainId: suite.chainId };
    hash = documentHash(new Uint8Array(await EVIDENCE.arrayBuffer()));
  });
  after(async () => {
    await server?.stop();
    await office?.stop();
  });

  const as = (name: PersonName): Promise<OfficeClient> => signInAs(office.people[name], place);
  const put = (client: OfficeClient, agreement: string, name = NAME) =>
    client.putAgreementFile(agreement, { hash, name, content: EVIDENCE });

  it("lets a partner's preparer in as a party, and lists what they are a party to", async () => {
    const me = await (await as("partner-preparer")).me();
    assert.equal(me?.kind, "party");
    assert.deepEqual(me?.roles, []);
    assert.deepEqual(me?.agreements, [{ agreement: own.address, as: ["partner"] }]);
  });

  it("lets monitors and the arbiter in, but nobody whom no agreement names", async () => {
    const monitor = await (await as("monitor")).me();
    assert.deepEqual(
      monitor?.agreements.map(({ as: parts }) => parts),
      [["monitor"], ["monitor"]],
    );
    const arbiter = await (await as("arbiter")).me();
    assert.deepEqual(
      arbiter?.agreements.map(({ as: parts }) => parts),
      [["arbiter"], ["arbiter"]],
    );
    // A source of money is recorded in both: it reads what everybody reads, on the ledger.
    await assert.rejects(as("donor"), refusedWith("OFFICE-109"));
    await assert.rejects(as("donor-2"), refusedWith("OFFICE-109"));
  });

  it("keeps a file once, under its hash, and gives it to every party as it was", async () => {
    const preparer = await as("partner-preparer");
    await put(preparer, own.address);
    await put(preparer, own.address, "another name.pdf");
    for (const name of ["partner-administrator", "monitor", "arbiter", "approver"] as const) {
      const client = await as(name);
      const [file, ...more] = await client.listAgreementFiles(own.address);
      assert.deepEqual([file?.hash, file?.name, file?.size, more.length], [hash, NAME, EVIDENCE.size, 0]);
      const bytes = await client.readAgreementFile(own.address, hash);
      assert.deepEqual(bytes, new Uint8Array(await EVIDENCE.arrayBuffer()));
    }
  });

  it("shows a party nothing of an agreement of somebody else: it is as if there were none", async () => {
    const preparer = await as("partner-preparer");
    const approver = await as("approver");
    await put(approver, other.address);
    for (const address of [other.address, office.people.donor.address]) {
      await assert.rejects(preparer.listAgreementFiles(address), refusedWith("OFFICE-212"));
      await assert.rejects(put(preparer, address), refusedWith("OFFICE-212"));
    }
    assert.equal(await preparer.readAgreementFile(other.address, hash), null);
  });

  it("keeps parties away from everything else of the office", async () => {
    const { preparer, monitor } = { preparer: await as("partner-preparer"), monitor: await as("monitor-2") };
    const { readEnvelope, listDrafts, listHouseholdPages, listJobs, readDocument, listMappings } = preparer;
    const programme = own.address;
    const questions: readonly (() => Promise<unknown>)[] = [
      () => readEnvelope(),
      () => listDrafts(),
      () => listHouseholdPages(),
      () => listJobs({}),
      () => readDocument(hash),
      () => listMappings(),
      () => preparer.listRequests(),
      () => preparer.listExceptions(),
      () => preparer.readBackup(),
      () => preparer.listAgreementDrafts(),
      () => preparer.createAgreementDraft({ title: "x", content: {} }),
      () => preparer.createDraft({ programme, title: "x" }),
      () => preparer.createJob({ kind: "load", programme, cycle: 1 }),
      () => preparer.verifyCard({ account: 1, serial: "1234", pin: "1234" } as never),
      () => monitor.listCards(0),
      () => monitor.putDocument(keccakOfText("x"), new Uint8Array([1])),
    ];
    for (const question of questions)
      await assert.rejects(question(), refusedWith("OFFICE-211"), String(question));
  });

  it("serves files as downloads that no browser opens or keeps", async () => {
    let headers = new Headers();
    const preparer = await as("partner-preparer");
    const real = globalThis.fetch;
    globalThis.fetch = async (...asked) => {
      const response = await real(...asked);
      headers = response.headers;
      return response;
    };
    try {
      await preparer.readAgreementFile(own.address, hash);
    } finally {
      globalThis.fetch = real;
    }
    assert.equal(headers.get("content-disposition"), "attachment");
    assert.equal(headers.get("content-type"), "application/octet-stream");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
    assert.equal(headers.get("cache-control"), "no-store");
  });

  it("refuses a file that is not the one of its hash, is too large, or has a path for a name", async () => {
    const preparer = await as("partner-preparer");
    const wrong = { hash: keccakOfText("x"), name: "x.pdf", content: EVIDENCE };
    await assert.rejects(preparer.putAgreementFile(own.address, wrong), refusedWith("OFFICE-308"));
    // Its own hash would take seconds here, in which the server puts down the line that this process would speak on next.
    const tooLarge = { ...wrong, content: new Blob([new Uint8Array(25_000_001)]) };
    await assert.rejects(preparer.putAgreementFile(own.address, tooLarge), refusedWith("OFFICE-205"));
    for (const name of ["../../etc/passwd", "a\\b", "", "a\u0000b"]) {
      await assert.rejects(put(preparer, own.address, name), refusedWith("OFFICE-204"), name);
    }
  });

  it("tells a file that was changed or lost in the storage, instead of serving it", async () => {
    const { bytes, hash: paper } = descriptionPaper("a note");
    const approver = await as("approver");
    await approver.putAgreementFile(own.address, {
      hash: paper,
      name: "note.txt",
      content: new Blob([bytes]),
    });
    const kept = join(files(), "agreements", own.address.slice(2).toLowerCase(), paper.slice(2));
    assert.equal(hexlify(await readFile(kept)), hexlify(bytes));
    await writeFile(kept, "another note\n");
    await assert.rejects(approver.readAgreementFile(own.address, paper), refusedWith("OFFICE-504"));
    await rm(kept);
    assert.equal(await approver.readAgreementFile(own.address, paper), null);
  });

  it("lets officers who do not work on agreements read, but add nothing", async () => {
    const custodian = await as("custodian");
    assert.equal((await custodian.listAgreementFiles(own.address)).length > 0, true);
    const note = { hash: keccakOfText("x"), name: "x", content: EVIDENCE };
    await assert.rejects(custodian.putAgreementFile(own.address, note), refusedWith("OFFICE-201"));
  });

  it("keeps drafts of agreements by version, for officers who write them", async () => {
    const finance = await as("finance");
    const draft = await finance.createAgreementDraft({ title: "Boreholes", content: { a: 1 } });
    const changed = await finance.changeAgreementDraft(draft.id, 1, {
      agreement: own.address,
      content: { a: 2 },
    });
    assert.deepEqual([changed.version, changed.agreement, changed.content], [2, own.address, { a: 2 }]);
    const late = finance.changeAgreementDraft(draft.id, 1, { title: "Late" });
    await assert.rejects(late, refusedWith("OFFICE-301"));
    const foreign = { title: "x", agreement: office.people.donor.address, content: {} };
    await assert.rejects(finance.createAgreementDraft(foreign), refusedWith("OFFICE-212"));
    const approver = await as("approver");
    assert.deepEqual(
      (await approver.listAgreementDrafts()).map(({ id }) => id),
      [draft.id],
    );
    await assert.rejects(
      approver.createAgreementDraft({ title: "x", content: {} }),
      refusedWith("OFFICE-201"),
    );
  });

  it("gathers what monitors sign, and keeps nothing that the ledger would not take", async () => {
    const { suite, people } = office;
    const place = { agreement: own.address, milestone: 1, evidence: hash };
    await signAndSend(people["partner-preparer"], submitCall(place, amountOf(10_000_000n), "x"));
    const submittedAt = Number((await own.contract.milestoneOf(1)).since);
    const signed = async (name: PersonName, change: Partial<Verification> = {}) => {
      const data = verificationData(BigInt(suite.chainId), own.address, { ...place, submittedAt, ...change });
      const { milestone: _, ...statement } = { milestone: 1, evidence: hash, submittedAt, ...change };
      return {
        ...statement,
        signature: await people[name].signTypedData(data.domain, data.types, data.message),
      };
    };
    const [monitor, second] = [await as("monitor"), await as("monitor-2")];
    for (const [client, milestone, statement] of [
      [monitor, 1, await signed("monitor-2")],
      [monitor, 1, await signed("monitor", { evidence: keccakOfText("x") })],
      [monitor, 1, await signed("monitor", { submittedAt: submittedAt - 1 })],
      [monitor, 2, await signed("monitor", { milestone: 2 })],
      [monitor, 0, await signed("monitor")],
      [await as("partner-preparer"), 1, await signed("partner-preparer")],
      [await as("approver"), 1, await signed("approver")],
    ] as const) {
      await assert.rejects(client.putStatement(own.address, milestone, statement), refusedWith("OFFICE-311"));
    }
    const stranger = monitor.putStatement(people.donor.address, 1, await signed("monitor"));
    await assert.rejects(stranger, refusedWith("OFFICE-212"));
    assert.deepEqual(await monitor.listStatements(own.address), []);

    await monitor.putStatement(own.address, 1, await signed("monitor"));
    await monitor.putStatement(own.address, 1, await signed("monitor"));
    await second.putStatement(own.address, 1, await signed("monitor-2"));
    const found = await (await as("finance")).listStatements(own.address);
    assert.deepEqual(
      found.map((one) => [one.milestone, one.monitor]),
      [
        [1, people.monitor.address],
        [1, people["monitor-2"].address],
      ].toSorted(),
    );
    await signAndSend(people.relayer, verifyBySignaturesCall(place, found));
    assert.equal((await own.contract.milestoneOf(1)).verifications, 2n);
    const again = monitor.putStatement(own.address, 1, await signed("monitor"));
    await assert.rejects(again, refusedWith("OFFICE-311"));
  });

  it("writes no name of a file, no hash and no address into its log", () => {
    const log = said.join("\n");
    assert.match(log, /PUT \/office\/agreements\/:agreement\/files\/:hash 204/);
    for (const text of ["Diallo", hash, own.address, own.address.toLowerCase()])
      assert.ok(!log.includes(text), text);
  });

  it("shuts a partner's officer out as soon as their organisation removes them", async () => {
    const preparer = await as("partner-preparer");
    await preparer.listAgreementFiles(own.address);
    const { suite, people } = office;
    const role = contractNumber("role", "preparer") ?? 0;
    const data = suite.consortium.interface.encodeFunctionData("removeOfficer", [
      own.partner,
      role,
      people["partner-preparer"].address,
    ]);
    await signAndSend(people["partner-administrator"], { to: suite.deployment.contracts.consortium, data });
    await sleep(ROLES_FORGOTTEN_MS);
    await assert.rejects(preparer.listAgreementFiles(own.address), refusedWith("OFFICE-102"));
  });
});

function refusedWith(code: string) {
  return (error: OfficeError) => {
    assert.equal(error.code, code);
    return true;
  };
}

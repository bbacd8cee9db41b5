// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { id } from "ethers";
import { seatCouncil } from "#scripts/seed/council.ts";
import { createProgramme, deployDollar } from "#scripts/seed/programme.ts";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { nameHashOf } from "#sdk/council/index.ts";
import { keyCheckOf } from "#sdk/list/index.ts";
import { openOffice, type TestOffice } from "./support/office.ts";

interface Tried {
  readonly acts: readonly Readonly<Record<string, unknown>>[];
  readonly trial: { readonly passes: boolean; readonly changes: readonly { readonly field: string }[] };
}

interface Shown extends Tried {
  readonly id: number;
  readonly state: string;
  readonly approvedBy: readonly string[];
  readonly rationale: { readonly hash: string; readonly uri: string };
}

const DAY = 86_400;

describe("annona council propose", () => {
  let office: TestOffice;
  let programme: ProgrammeHandle;

  before(async () => {
    office = await openOffice();
    const { suite, people, organisation } = office;
    await seatCouncil(suite, people);
    programme = await createProgramme(suite, people, {
      organisation,
      name: "Cash for seeds",
      asset: await deployDollar(people),
      currency: "USD",
      step: 10_000n,
      modality: "cash",
      purpose: "72040",
      bands: [{ upTo: 10_000_000_000n, approvers: 1, needsRelease: false }],
    });
  });
  after(() => office?.stop());

  const propose = (...args: string[]) => office.cli("council", "propose", ...args);
  const attempt = (...args: string[]) => office.data<Tried>("council", "propose", ...args, "--dry-run");

  test("what is about organisations is tried on the ledger, and says what it would change", async () => {
    const { administrator, guardian } = office.people;
    const [named, nobody, suspended, admitted] = await Promise.all([
      attempt("guardian", "--organisation", "test relief", "--address", administrator.address),
      attempt("guardian", "--organisation", "1", "--nobody"),
      attempt("suspend", "--organisation", "Test Relief"),
      attempt("admit", "--name", "Date Palm Trust", "--kind", "donor", "--administrator", guardian.address),
    ]);
    assert.deepEqual(named.acts, [
      { kind: "nameGuardian", organisation: 1, guardian: administrator.address },
    ]);
    assert.deepEqual(nobody.acts, [{ kind: "nameGuardian", organisation: 1 }]);
    assert.deepEqual(suspended.acts, [{ kind: "suspend", organisation: 1 }]);
    assert.ok(suspended.trial.changes.some(({ field }) => field === "isSuspended"));
    assert.equal(admitted.acts[0]?.organisationKind, "Donor");
    for (const { trial } of [named, nobody, suspended, admitted]) assert.equal(trial.passes, true);

    // Tried only: whoever is not suspended needs no trustee and cannot be reinstated, and the ledger says so before anybody signs.
    const [trustee, reinstated] = await Promise.all([
      attempt("trustee", "--organisation", "1", "--trustee", "1"),
      attempt("reinstate", "--organisation", "1"),
    ]);
    assert.deepEqual(trustee.acts, [{ kind: "nameTrustee", organisation: 1, trustee: 1 }]);
    assert.deepEqual(reinstated.acts, [{ kind: "reinstate", organisation: 1 }]);
    assert.equal(reinstated.trial.passes, false);
    assert.equal(await office.suite.consortium.organisations(), 1n);
  });

  test("an organisation that is not there is named with those that are", async () => {
    const { code, stderr } = await propose("suspend", "--organisation", "Nobody", "--why", "They are late.");
    assert.equal(code, 2);
    assert.match(stderr, /^CLI-311: There is no organisation "Nobody".*\n.*Test Relief \(1\)/);
  });

  test("members and rules change together, and not against the council's own rules", async () => {
    const { people } = office;
    const [member, other] = [people["council-2"].address, people.guardian.address];
    const key = await attempt("member-key", "--member", member, "--address", other);
    assert.deepEqual(key.acts[0]?.removed, [member]);
    assert.deepEqual(key.acts[0]?.added, [{ account: other, nameHash: nameHashOf("Acacia Aid") }]);
    assert.equal(key.trial.passes, true);

    const four = ["change", "--add-name", "Date Palm Trust", "--add-address", other, "--delay", "2.5"];
    const changed = await office.cli("council", "propose", ...four, "--upgrade-quorum", "3", "--dry-run");
    assert.equal(changed.code, 0);
    assert.match(
      changed.stderr,
      /^Afterwards 3 of 4 members .*\. The council can still decide when 1 of them lose their keys\.$/m,
    );
    assert.match(changed.stdout, /delay: 0 -> 216000/);
    assert.match(changed.stdout, /Nothing was sent\./);

    const cases: [string[], RegExp][] = [
      [["change", "--upgrade-quorum", "3"], /^CLI-412: .*could not be reached if one member lost its key/],
      [["change", "--quorum", "3"], /^CLI-412: .*Ordinary decisions cannot need more approvals/],
      [["change", "--upgrade-delay", "2"], /^CLI-412: .*from 14 to 90 days/],
      [["change", "--grace", "soon"], /^CLI-101: --grace is soon/],
      [["change", "--remove", other], /^CLI-101: --remove is .*a member's address/s],
      [["change", "--add-name", "Half"], /^CLI-102: --add-name or --add-address/],
      [
        ["member-key", "--member", member, "--address", people.council.address],
        /^CLI-412: .*has a seat already/,
      ],
    ];
    const said = await Promise.all(cases.map(([args]) => propose(...args, "--why", "To see.")));
    for (const [index, { code, stderr }] of said.entries()) {
      assert.notEqual(code, 0);
      assert.match(stderr, cases[index]?.[1] ?? /$^/);
    }
  });

  test("power over code is handed over with a warning where one key would have it", async () => {
    const { suite, people } = office;
    const [upgrade, handOver, nobody, council] = await Promise.all([
      attempt("upgrade", "--code-of", "programmes", "--address", await suite.accounts.getAddress()),
      propose("hand-over", "--code-of", "programmes", "--address", people.donor.address, "--dry-run"),
      propose("hand-over", "--code-of", "programmes", "--nobody", "--dry-run"),
      propose("new-council", "--address", people.donor.address, "--dry-run"),
    ]);
    assert.deepEqual(
      [upgrade.acts[0]?.kind, upgrade.acts[0]?.beacon, upgrade.trial.passes],
      ["upgrade", "programmes", true],
    );
    assert.match(handOver.stderr, /whoever has this one key would hold the power alone/);
    assert.match(nobody.stderr, /This cannot be undone by anybody/);
    assert.match(nobody.stdout, /owner: 0x\w{40} -> none/);
    assert.match(council.stderr, /whoever has this one key would hold the power alone/);
    const unclear = await propose("hand-over", "--code-of", "programmes", "--why", "To see.");
    assert.match(unclear.stderr, /^CLI-102: --address or --nobody is missing\./);
  });

  test("the consortium key is published as its check value, and a pause is lifted", async () => {
    const published = await attempt("publish-key", "--key-version", "2");
    assert.deepEqual(published.acts, [
      { kind: "publishKeyCheck", version: 2, check: await keyCheckOf(office.key) },
    ]);
    await office.data(
      "pause",
      "start",
      "--member",
      "--redemptions",
      "--reason",
      "FRAUD",
      "--as",
      "council-2",
    );
    const lifted = await attempt("lift-pause", "--what", "redemptions");
    assert.deepEqual(lifted.acts, [
      { kind: "liftPause", programme: programme.address, redemptions: true, payouts: false },
    ]);
    assert.ok(lifted.trial.changes.some(({ field }) => field === "pausesRedemptions"));
  });

  test("a dispute that does not wait for the council is not decided", async () => {
    await writeFile(join(office.folder, "reasons.txt"), "Both sides are right.");
    const { code, stderr } = await propose(
      ...["decide-dispute", "--agreement", "Wells", "--milestone", "1", "--to-partner", "10"],
      ...["--decision", "reasons.txt", "--why", "To see."],
    );
    assert.equal(code, 1);
    assert.match(stderr, /^CLI-312: No dispute of Wells, milestone 1 waits for the council\.\n.*none/);
  });

  test("an arbiter gets a mandate: the list is founded, two members decide, and it can end again", async () => {
    const { arbiter } = office.people;
    const late = await propose(
      "arbiter",
      "--address",
      arbiter.address,
      "--until",
      "2020-01-01",
      "--why",
      "x",
    );
    assert.match(late.stderr, /^CLI-101: --until is 2020-01-01.*\n.*not over by the ledger's time/);

    await writeFile(join(office.folder, "why.pdf"), "A long document of reasons");
    const made = await office.data<Shown>(
      ...["council", "propose", "arbiter", "--address", arbiter.address, "--until", "2039-12-31"],
      ...["--document", "why.pdf", "--uri", "https://example.org/why.pdf"],
    );
    assert.deepEqual(
      made.acts.map(({ kind }) => kind),
      ["admit", "nameArbiter", "seatArbiter"],
    );
    assert.deepEqual(made.rationale, {
      hash: id("A long document of reasons"),
      uri: "https://example.org/why.pdf",
    });
    await office.data("council", "approve", String(made.id), "--as", "council-3");
    await office.data("council", "execute", String(made.id));
    const listed = await office.data<{ readonly arbiters: readonly { readonly account: string }[] }>(
      "council",
      "list",
    );
    assert.deepEqual(
      listed.arbiters.map(({ account }) => account),
      [arbiter.address],
    );
    const ended = await attempt("dismiss-arbiter", "--address", arbiter.address);
    assert.ok(ended.trial.changes.some(({ field }) => field === "isArbiter"));
    const seated = await office.cli("council", "seat", arbiter.address);
    assert.match(seated.stderr, /^CLI-101: address is .*there is none/s);
  });

  test("decisions that belong together are drafted one by one and proposed once", async () => {
    const { administrator, guardian } = office.people;
    const into = ["--add-to", "draft.json"];
    const admit = ["admit", "--name", "Date Palm Trust", "--kind", "agency"];
    await office.data("council", "propose", ...admit, "--administrator", administrator.address, ...into);
    await office.data(
      ...["council", "propose", "guardian", "--organisation", "1", "--address", guardian.address, ...into],
    );
    const unfounded = await propose("draft", "draft.json");
    assert.match(unfounded.stderr, /^CLI-102: --why or --document is missing\./);
    const made = await office.data<Shown>("council", "propose", "draft", "draft.json", "--why", "Together.");
    assert.deepEqual(
      made.acts.map(({ kind }) => kind),
      ["admit", "nameGuardian"],
    );
    assert.equal(made.trial.passes, true);
    const strange = (await readFile(join(office.folder, "draft.json"), "utf8")).replace(
      /"council": "0x./,
      '"council": "0y',
    );
    await writeFile(join(office.folder, "strange.json"), strange);
    assert.match(
      (await propose("draft", "strange.json", "--why", "x")).stderr,
      /^CLI-413: The file strange\.json/,
    );
  });

  test("a member signs without a transaction, another hands it in, and void signatures count no more", async () => {
    const { people, suite } = office;
    const number = String(await newestProposal());
    await office.cli("council", "sign", number, "--as", "council-2", "--days", "3", "--out", "signed.json");
    const other = await office.cli("council", "sign", number, "--as", "council-3");
    await writeFile(join(office.folder, "other.json"), other.stdout);
    await office.data("council", "void-signatures", "--as", "council-3");
    const refused = await office.cli("council", "hand-in", "other.json");
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /Council_/);

    const before = await suite.provider.getTransactionCount(people["council-2"].address);
    const shown = await office.data<Shown>("council", "hand-in", "signed.json");
    assert.deepEqual(shown.approvedBy, [people.council.address, people["council-2"].address]);
    assert.equal(shown.state, "Ready");
    assert.equal(await suite.provider.getTransactionCount(people["council-2"].address), before);
    const { deadline } = JSON.parse(await readFile(join(office.folder, "signed.json"), "utf8")) as {
      readonly deadline: number;
    };
    const { timestamp = 0 } = (await suite.provider.getBlock("latest")) ?? {};
    assert.ok(deadline > timestamp + 2 * DAY && deadline <= timestamp + 3 * DAY);

    const broken = await office.cli("council", "hand-in", "draft.json");
    assert.match(broken.stderr, /^COUNCIL-201: This is not a signed approval/);
  });

  async function newestProposal(): Promise<number> {
    const { proposals } = await office.data<{ readonly proposals: readonly { readonly id: number }[] }>(
      "council",
      "list",
    );
    return Math.max(...proposals.map((proposal) => proposal.id));
  }
});

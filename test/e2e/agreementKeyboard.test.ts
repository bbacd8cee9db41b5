// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { mintDollars } from "#scripts/seed/programme.ts";
import { documentHash } from "#sdk/agency/index.ts";
import { type AgreementHandle, readStory } from "#sdk/agreements/index.ts";
import { assertSoundInViews, noBrowser } from "./appBrowser.ts";
import { foundPartner, milestoneOf, milestoneOn, signedAgreement } from "./console/support/agreements.ts";
import { chapters } from "./console/support/chapter.ts";
import { type Desk, heading, openDesks, sitDown } from "./console/support/desk.ts";
import { Keyboard } from "./console/support/keyboard.ts";
import { openWorld, type World } from "./console/support/world.ts";

const DOLLAR = 1_000_000n;
const TITLE = "Boreholes";
const EVIDENCE = "six boreholes, tested";
/** What submitting, verifying by two of three, and authorising with the payment may cost in all. */
const MOST_GAS = 330_000n;

interface Seat {
  readonly desk: Desk;
  readonly keys: Keyboard;
}

describe("a milestone by keyboard alone, its verification signed and handed in together", {
  skip: noBrowser,
}, () => {
  let world: World;
  let handle: AgreementHandle;
  const seats = new Map<PersonName, Seat>();
  const chapter = chapters();

  before(async () => {
    world = await openWorld();
    const today = Math.floor(Date.now() / 86_400_000);
    const partnership = await foundPartner(world);
    // A partner who was paid before: the first payment ever to a wallet costs the token a new slot, whoever pays.
    await mintDollars(world.people, partnership.dollar, DOLLAR, world.people["partner-wallet"].address);
    handle = await signedAgreement(world, partnership, TITLE, [
      milestoneOf("Deliverable", 6_000n, "Drill and test six boreholes.", today),
    ]);
  });
  after(async () => {
    await Promise.all(openDesks().map((desk) => desk.leave()));
    await world?.stop();
  });

  /** Somebody opens the console, connects, signs in, and follows what waits for them, all by keys. */
  async function comes(name: PersonName, waits: string): Promise<Seat> {
    const known = seats.get(name);
    if (known !== undefined) return known;
    const desk = await sitDown(world, name);
    const keys = new Keyboard(desk);
    await desk.page.goto(`${world.url}/console`);
    const header = desk.page.getByRole("banner");
    await keys.press(header.getByRole("button", { name: "Connect", exact: true }));
    await keys.press(header.getByRole("button", { name: `Connect with ${desk.wallet.name}` }));
    await keys.press(header.getByRole("button", { name: "Sign in to the office" }));
    await header.getByRole("button", { name: "Sign out" }).waitFor();
    await desk.page.keyboard.press("Escape");
    await keys.press(desk.page.getByRole("link", { name: new RegExp(`Milestone 1: ${waits}, ${TITLE}`) }));
    await heading(desk, TITLE);
    const seat = { desk, keys };
    seats.set(name, seat);
    return seat;
  }

  async function compares({ desk, keys }: Seat): Promise<void> {
    await keys.press(milestoneOn(desk, 1).getByRole("button", { name: "Fetch the file and compare" }));
    await milestoneOn(desk, 1).getByText("The file is the one on the ledger: same fingerprint.").waitFor();
  }

  const milestone = () => handle.contract.milestoneOf(1);

  chapter("the partner's preparer submits a file", async () => {
    const { desk, keys } = await comes("partner-preparer", "Submit evidence");
    const part = milestoneOn(desk, 1).getByRole("region", { name: "Submit evidence" });
    await keys.chooseFile(part.getByRole("button", { name: "Choose a file" }), "report.csv", EVIDENCE);
    await keys.press(part.getByRole("button", { name: "Submit", exact: true }));
    await part.waitFor({ state: "detached" });
    assert.equal((await milestone()).evidence, documentHash(Buffer.from(EVIDENCE)));
  });

  chapter("a monitor declines to sign, then signs; nothing is sent", async () => {
    const seat = await comes("monitor", "Verify the evidence");
    const { desk, keys } = seat;
    const part = milestoneOn(desk, 1);
    const sign = part.getByRole("button", { name: "Sign the verification" });
    assert.ok(await sign.isDisabled(), "the file is compared first");
    await compares(seat);
    desk.wallet.behaviour = "declines";
    await keys.press(sign);
    await part.getByText("You did not sign. Nothing has changed.").waitFor();
    desk.wallet.behaviour = "confirms";
    await keys.press(sign, "Space");
    await part.getByText("You have signed this verification. It waits at the office.").waitFor();
    const signed = part.getByRole("region", { name: "Signed verifications" });
    await signed.getByText("1 of 2 that are needed.").waitFor();
    assert.equal((await milestone()).verifications, 0n);
    const sent = desk.wallet.requests.filter(({ method }) => method === "eth_sendTransaction");
    assert.equal(sent.length, 0);
    await assertSoundInViews(desk, "a monitor who has signed");
  });

  chapter("finance proposes the payment before, an approver authorises it", async () => {
    const finance = await comes("finance", "Propose the payment");
    await compares(finance);
    const part = milestoneOn(finance.desk, 1);
    await part
      .getByText("It can be done before the monitors have verified", { exact: false })
      .first()
      .waitFor();
    await finance.keys.press(part.getByRole("button", { name: "Propose to an approver" }));
    await part.getByText("Authorise the payment (an approver of the agency).").waitFor();
    const approver = await comes("approver", "Authorise the payment");
    await compares(approver);
    const button = milestoneOn(approver.desk, 1).getByRole("button", { name: "Authorise 6,000.00 USD" });
    await approver.keys.press(button, "Space");
    await button.waitFor({ state: "detached" });
    assert.equal((await handle.contract.money()).paid, 0n);
  });

  chapter(
    "the second monitor signs, and hands both signatures in: it is paid in that transaction",
    async () => {
      const seat = await comes("monitor-2", "Verify the evidence");
      await compares(seat);
      const part = milestoneOn(seat.desk, 1);
      await seat.keys.press(part.getByRole("button", { name: "Sign the verification" }));
      const signed = part.getByRole("region", { name: "Signed verifications" });
      await signed.getByText("2 of 2 that are needed.").waitFor();
      await seat.keys.press(signed.getByRole("button", { name: "Hand in the signatures" }));
      await signed.waitFor({ state: "detached" });
      await part.getByText("Paid", { exact: true }).first().waitFor();
      assert.equal((await handle.contract.money()).paid, 6_000n * DOLLAR);
    },
  );

  chapter("all of it cost less gas than the limit", async () => {
    const story = await readStory(world.suite, handle.address);
    const ours = story.filter((entry) => "milestone" in entry && entry.milestone === 1);
    const kinds = ours.map(({ kind }) => kind);
    assert.deepEqual(kinds.filter((kind) => kind === "verified").length, 2);
    const hashes = [...new Set(ours.map(({ transaction }) => transaction))];
    assert.equal(hashes.length, 4, kinds.join(", "));
    const receipts = await Promise.all(
      hashes.map((hash) => world.suite.provider.getTransactionReceipt(hash)),
    );
    const gas = receipts.reduce((sum, receipt) => sum + (receipt?.gasUsed ?? MOST_GAS), 0n);
    assert.ok(gas <= MOST_GAS, `${gas} gas`);
  });
});

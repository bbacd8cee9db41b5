// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { PersonName } from "#scripts/seed/people.ts";
import { noBrowser } from "../appBrowser.ts";
import {
  connect,
  type Desk,
  type DeskOptions,
  goTo,
  heading,
  signIn,
  signInAs,
  sitDown,
} from "./support/desk.ts";
import { leaveDesks } from "./support/evidence.ts";
import { smallList } from "./support/lists.ts";
import { beginCycle, goOn, importList, unlock } from "./support/newCycle.ts";
import { openMonth, type SmallMonth } from "./support/smallMonth.ts";

const DECLINED = "You did not sign. Nothing has changed.";
const DONE = "Done: the ledger shows it.";

/** The wallet refuses, the wallet is strange, a server is away, a tab is old: what the pages say then, and that nothing is lost. */
describe("bad days in the console", { skip: noBrowser }, () => {
  let month: SmallMonth;
  const desks: Desk[] = [];

  before(async () => {
    month = await openMonth(300);
  });
  afterEach((t) => leaveDesks(t, desks));
  after(() => month?.world.stop());

  async function comes(name: PersonName, options: DeskOptions = {}): Promise<Desk> {
    const desk = await signInAs(month.world, name, options);
    desks.push(desk);
    return desk;
  }

  const account = (n: number): number => month.entries[n]?.account ?? 0;
  const holdUntil = async (n: number) => Number(await month.programme.contract.heldUntil(account(n)));

  /** The page of a household, where a custodian can put it on hold: one signature, at once. */
  async function toHold({ page }: Desk, n: number): Promise<void> {
    await page.goto(`${month.world.url}/console/accounts?account=${account(n)}`);
    await page.getByRole("heading", { name: `Account ${account(n)}` }).waitFor();
  }
  const hold = ({ page }: Desk) => page.getByRole("button", { name: "Put on hold" }).click();
  const isHeld = ({ page }: Desk) =>
    page
      .getByText(/^On hold until/)
      .first()
      .waitFor();

  test("on another chain the page says so, and one button switches", async () => {
    const desk = await sitDown(month.world, "custodian", { chainId: 1 });
    desks.push(desk);
    await goTo(desk, "/console");
    await connect(desk);
    await toHold(desk, 1);
    const { page } = desk;
    await page
      .getByText(`Your wallet is on another network. This console works on ${month.world.chainName}.`)
      .first()
      .waitFor();
    assert.equal(await page.getByRole("button", { name: "Put on hold" }).count(), 0);
    await page
      .getByRole("main")
      .getByRole("button", { name: `Switch to ${month.world.chainName}` })
      .first()
      .click();
    await hold(desk);
    await isHeld(desk);
    assert.ok(desk.wallet.requests.some(({ method }) => method === "wallet_addEthereumChain"));
  });

  test("a rejected signature is no error, and changes nothing", async () => {
    const desk = await comes("custodian");
    await toHold(desk, 2);
    desk.wallet.behaviour = "declines";
    const { page } = desk;
    await hold(desk);
    await page.getByText(DECLINED).waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
    assert.equal(await holdUntil(2), 0);
    desk.wallet.behaviour = "confirms";
    await hold(desk);
    await isHeld(desk);
    assert.ok((await holdUntil(2)) > 0);
  });

  test("another account in the wallet ends the office's session, and the roles are the other one's", async () => {
    const desk = await comes("custodian", { otherAccounts: ["approver"] });
    const { page } = desk;
    await goTo(desk, "/console/accounts/open", "Open accounts");
    await page.getByText("Requests from the office").waitFor();
    // On a slow line the page must not say that it is ended before it is.
    await page.route("**/session", async (route) => {
      if (route.request().method() === "DELETE") await pause(1_000);
      await route.continue();
    });
    await desk.wallet.selectAccount(1);
    await page
      .getByText("The account in your wallet changed, so the office session of the other one was ended.")
      .waitFor();
    await page
      .getByRole("banner")
      .getByRole("button", { name: /Approver/ })
      .waitFor();
    assert.deepEqual(await desk.context.cookies(month.world.office.url), [], "the session's cookie is gone");
    await signIn(desk);
    await page.getByText("This is for: Custodian, at Test Relief.").waitFor();
  });

  for (const behaviour of ["holds", "holdsWithNumber", "hangs"] as const) {
    test(`a shared wallet that ${behaviour}: the page goes on when the ledger shows it`, async () => {
      const household = { holds: 11, holdsWithNumber: 12, hangs: 13 }[behaviour];
      const desk = await comes("custodian");
      await toHold(desk, household);
      desk.wallet.behaviour = behaviour;
      const { page } = desk;
      await hold(desk);
      if (behaviour === "hangs") await page.getByText("Confirm in your wallet").first().waitFor();
      else
        await page
          .getByText(/Your wallet has it|Sent\. Waiting/)
          .first()
          .waitFor();
      // Also when the officer closes the page in the meantime and comes back.
      await page.reload();
      assert.equal(await holdUntil(household), 0);
      await desk.wallet.confirmHeld();
      await isHeld(desk);
      assert.ok((await holdUntil(household)) > 0);
    });
  }

  test("a reload in the middle of a signature that is on its way goes on watching the ledger", async () => {
    const desk = await comes("custodian");
    await toHold(desk, 21);
    await month.world.chain.rpc("evm_setAutomine", false);
    const { page } = desk;
    await hold(desk);
    await page.getByText("Sent. Waiting for the ledger").waitFor();
    await page.reload();
    await page.getByText("Sent. Waiting for the ledger").waitFor();
    await month.world.chain.rpc("evm_setAutomine", true);
    await month.world.chain.rpc("evm_mine");
    await page.getByText(DONE).waitFor();
  });

  test("with the history server down, pages that act still work, and the page says that its figures may be old", async () => {
    const desk = await comes("custodian");
    await toHold(desk, 31);
    const { page } = desk;
    await month.world.history.stop();
    try {
      await hold(desk);
      await isHeld(desk);
      assert.ok((await holdUntil(31)) > 0);
      await page.getByText("These figures may be out of date").waitFor({ timeout: 40_000 });
      // Also for whoever comes while it is away.
      await page.goto(`${month.world.url}/console/programmes/${month.programme.address}`);
      await heading(desk, month.programme.name);
      await page.getByRole("link", { name: "Check and approve: Cycle 2" }).waitFor();
    } finally {
      await month.world.history.start();
    }
    await page.getByRole("banner").getByText("Live", { exact: true }).waitFor({ timeout: 30_000 });
  });

  test("with the office server down, what needs only the ledger goes on, and the page says what is missing", async () => {
    const desk = await comes("custodian");
    const { page } = desk;
    await month.world.office.stop();
    try {
      await toHold(desk, 41);
      await page.getByText("The office server does not answer.").first().waitFor({ timeout: 40_000 });
      await hold(desk);
      await isHeld(desk);
      assert.ok((await holdUntil(41)) > 0);
    } finally {
      await month.world.office.start();
    }
    await page
      .getByText("The office server does not answer.")
      .first()
      .waitFor({ state: "detached", timeout: 40_000 });
  });

  test("a tab that is behind another one says so by number, and takes the newer draft with one button", async () => {
    const desk = await comes("preparer");
    await beginCycle(desk, month.programme.name);
    const list = smallList(20, 7);
    await importList(desk, { name: list.fileName, csv: list.csv }, "1000");
    await goOn(desk);
    await unlock(desk);
    await desk.page.getByText(/^Draft saved/).waitFor();
    const other: Desk = { ...desk, page: await desk.context.newPage() };
    await other.page.goto(desk.page.url());
    await unlock(other);
    await other.page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("button", { name: /Columns/ })
      .click();
    await other.page.getByRole("textbox", { name: "Value", exact: true }).fill("2000");
    await other.page.getByText(/^Draft saved/).waitFor();
    await desk.page.bringToFront();
    await desk.page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("button", { name: /Columns/ })
      .click();
    await desk.page.getByRole("textbox", { name: "Value", exact: true }).fill("3000");
    await desk.page.getByText("Error LIST-706").waitFor();
    await desk.page.getByRole("button", { name: "Reload the draft" }).click();
    await desk.page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("button", { name: /Columns/ })
      .click();
    assert.equal(await desk.page.getByRole("textbox", { name: "Value", exact: true }).inputValue(), "2000");
  });
});

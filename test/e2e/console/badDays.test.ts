// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { noBrowser } from "../appBrowser.ts";
import { connect, type Desk, goTo, heading, signInAs, sitDown } from "./support/desk.ts";
import { keepEvidence } from "./support/evidence.ts";
import { smallList } from "./support/lists.ts";
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
  afterEach(async (t) => {
    await keepEvidence(t);
    for (const desk of desks.splice(0)) await desk.leave();
  });
  after(() => month?.world.stop());

  async function comes(...args: Parameters<typeof signInAs> extends [unknown, ...infer Rest] ? Rest : never): Promise<Desk> {
    const desk = await signInAs(month.world, ...args);
    desks.push(desk);
    return desk;
  }

  /** The page of an account, where a custodian can put it on hold: one signature, at once. */
  async function toHold({ page }: Desk, account: number): Promise<void> {
    await page.goto(`${month.world.url}/console/accounts?account=${account}`);
    await page.getByRole("button", { name: "Put on hold" }).waitFor();
  }
  const holdUntil = async (account: number) => Number((await month.programme.contract.heldUntil(account)));

  test("on another chain the page says so, and one button switches", async () => {
    const desk = await sitDown(month.world, "custodian", { chainId: 1 });
    desks.push(desk);
    await goTo(desk, "/console");
    await connect(desk);
    await toHold(desk, 1).catch(() => undefined);
    const { page } = desk;
    await page.getByRole("main").getByRole("button", { name: `Switch to ${month.world.chainName}` }).first().click();
    await page.getByRole("button", { name: "Put on hold" }).waitFor();
    assert.ok(desk.wallet.requests.some(({ method }) => method === "wallet_addEthereumChain"));
  });

  test("a rejected signature is no error, and changes nothing", async () => {
    const desk = await comes("custodian");
    await toHold(desk, 2);
    desk.wallet.behaviour = "declines";
    const { page } = desk;
    await page.getByRole("button", { name: "Put on hold" }).click();
    await page.getByText(DECLINED).waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
    assert.equal(await holdUntil(2), 0);
    desk.wallet.behaviour = "confirms";
    await page.getByRole("button", { name: "Put on hold" }).click();
    await page.getByText(/On hold until/).first().waitFor();
    assert.ok((await holdUntil(2)) > 0);
  });

  test("another account in the wallet ends the office's session, and the roles are the other one's", async () => {
    const desk = await comes("custodian", { otherAccounts: ["approver"] });
    const { page } = desk;
    await goTo(desk, "/console/accounts/open", "Open accounts");
    await page.getByText("Requests from the office").waitFor();
    await desk.wallet.selectAccount(1);
    await page.getByText("The account in your wallet changed, so the office session of the other one was ended.").waitFor();
    assert.match(await page.getByRole("banner").innerText(), /Approver/);
    const cookies = await desk.context.cookies(month.world.office.url);
    assert.deepEqual(cookies, []);
  });

  for (const behaviour of ["holds", "holdsWithNumber", "hangs"] as const) {
    test(`a shared wallet that ${behaviour}: the page goes on when the ledger shows it`, async () => {
      const account = { holds: 11, holdsWithNumber: 12, hangs: 13 }[behaviour];
      const desk = await comes("custodian");
      await toHold(desk, account);
      desk.wallet.behaviour = behaviour;
      const { page } = desk;
      await page.getByRole("button", { name: "Put on hold" }).click();
      if (behaviour === "hangs") await page.getByText("Confirm in your wallet").first().waitFor();
      else await page.getByText(/Your wallet has it|Sent\. Waiting/).first().waitFor();
      // Also when the officer closes the page in the meantime and comes back.
      await page.reload();
      assert.equal(await holdUntil(account), 0);
      await desk.wallet.confirmHeld();
      await page.getByText(/On hold until/).first().waitFor();
      assert.ok((await holdUntil(account)) > 0);
    });
  }

  test("a reload in the middle of a signature that is on its way goes on watching the ledger", async () => {
    const desk = await comes("custodian");
    await toHold(desk, 21);
    await month.world.chain.rpc("evm_setAutomine", false);
    const { page } = desk;
    await page.getByRole("button", { name: "Put on hold" }).click();
    await page.getByText("Sent. Waiting for the ledger").waitFor();
    await page.reload();
    await page.getByText("Sent. Waiting for the ledger").waitFor();
    await month.world.chain.rpc("evm_setAutomine", true);
    await month.world.chain.rpc("evm_mine");
    await page.getByText(DONE).waitFor();
  });

  test("with the history server down, pages that act still work, and the page says that its figures may be old", async () => {
    const desk = await comes("finance");
    await month.world.history.stop();
    try {
      const { page } = desk;
      await goTo(desk, `/console/programmes/${month.programme.address}`, month.programme.name);
      await page.getByText("Set fees aside, or take them back").click();
      const form = page.getByRole("group", { name: "Set fees aside, or take them back" }).or(page.getByRole("main"));
      await form.first().getByRole("textbox", { name: "Amount" }).first().fill("1000");
      await page.getByRole("button", { name: "Propose to an approver" }).first().click();
      await page.getByText(DONE).waitFor();
      await page.getByText("These figures may be out of date").waitFor({ timeout: 40_000 });
    } finally {
      await month.world.history.start();
    }
    await desk.page.getByText("These figures may be out of date").waitFor({ state: "detached", timeout: 30_000 });
  });

  test("with the office server down, what needs only the ledger goes on, and the page says what is missing", async () => {
    const desk = await comes("custodian");
    await month.world.office.stop();
    try {
      const { page } = desk;
      await toHold(desk, 31);
      await page.getByText("The office server does not answer.").first().waitFor({ timeout: 40_000 });
      await page.getByRole("button", { name: "Put on hold" }).click();
      await page.getByText(/On hold until/).first().waitFor();
      assert.ok((await holdUntil(31)) > 0);
    } finally {
      await month.world.office.start();
    }
    await desk.page.getByText("The office server does not answer.").waitFor({ state: "detached", timeout: 30_000 });
  });
});

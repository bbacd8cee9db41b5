// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { DemoDollar__factory } from "#bindings/index.ts";
import { propose } from "#scripts/cli/acts.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { createFund } from "#scripts/seed/donorFund.ts";
import type { PersonName } from "#scripts/seed/people.ts";
import { actTogether, mintDollars } from "#scripts/seed/programme.ts";
import { acts, approveCall, readBalances } from "#sdk/agency/index.ts";
import { allocate, type FundHandle, openFund, readFund } from "#sdk/funds/desk/index.ts";
import type { FundDetail, OverviewView } from "#sdk/history/shapes/index.ts";
import { assertSoundInViews, noBrowser } from "./appBrowser.ts";
import { approveProposal, section, sign } from "./console/support/acts.ts";
import { chapters } from "./console/support/chapter.ts";
import { picture } from "./console/support/council.ts";
import { connect, type Desk, goTo, openDesks, sitDown } from "./console/support/desk.ts";
import { chooseFile } from "./console/support/newCycle.ts";
import { cashProgramme, type Programme } from "./console/support/programmes.ts";
import { takeUp, toWaiting } from "./console/support/waiting.ts";
import { openWorld, type World } from "./console/support/world.ts";
import { caughtUp } from "./support/historyProcess.ts";

const NAME = "River valley fund";
const CENT = 10_000n;

describe("a donor fund in the browser", { skip: noBrowser }, () => {
  const chapter = chapters();
  let world: World;
  let programme: Programme;
  let handle: FundHandle;
  const desks = new Map<PersonName, Desk>();

  before(async () => {
    world = await openWorld();
    programme = await cashProgramme(world);
    await mintDollars(world.people, programme.asset, 1_000_000n * CENT);
    handle = await openFund(world.suite, await createFund(world, programme.asset, NAME));
  });
  after(async () => {
    await Promise.all(openDesks().map((desk) => desk.leave()));
    await world?.stop();
  });

  /** Somebody at their own browser, connected. */
  async function at(name: PersonName): Promise<Desk> {
    const known = desks.get(name);
    if (known !== undefined) return known;
    const desk = await sitDown(world, name);
    desks.set(name, desk);
    await goTo(desk, "/console", "Waiting for me");
    await connect(desk);
    await desk.page.keyboard.press("Escape");
    return desk;
  }

  async function letDaysPass(days: number): Promise<void> {
    await Promise.all([...desks.values()].map((desk) => desk.leave()));
    desks.clear();
    await world.letDaysPass(days);
  }

  async function atFund(name: PersonName, address = handle.address, title = NAME): Promise<Desk> {
    const desk = await at(name);
    await goTo(desk, `/console/funds/${address}`, title);
    await section(desk, "Money of the fund").waitFor();
    return desk;
  }

  /** Wait until the page says this figure of the fund's money; it reads the ledger again by itself. */
  async function shows(desk: Desk, name: string, amount: string): Promise<void> {
    const figure = section(desk, "Money of the fund")
      .locator("dl > div")
      .filter({ has: desk.page.getByText(name, { exact: true }) });
    await figure.getByText(amount, { exact: true }).waitFor();
  }

  chapter("everybody finds the fund by the menu, and reads it without a wallet", async () => {
    const desk = await sitDown(world, "donor");
    await goTo(desk, "/console", "Waiting for me");
    await desk.page.getByRole("banner").getByRole("link", { name: "Funds", exact: true }).click();
    await section(desk, "All funds").getByRole("link", { name: NAME }).click();
    await desk.page.getByRole("heading", { level: 1, name: NAME }).waitFor();
    await desk.page.getByText("Kept by Test Relief.").waitFor();
    await section(desk, "Contribute").getByText("Connect the wallet that you give from.").waitFor();
    await desk.leave();
  });

  chapter("a reference that looks like a name cannot be signed", async () => {
    const donor = await atFund("donor");
    const give = section(donor, "Contribute");
    await give.getByRole("textbox", { name: "Amount (USD)" }).fill("250.00");
    await give.getByRole("textbox", { name: "Your reference" }).fill("Amina Diallo");
    await give.getByText("This looks like a name, an address or a telephone number.").waitFor();
    const button = give.getByRole("button", { name: "Contribute", exact: true });
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    await give.getByRole("checkbox", { name: "It names nobody and leads to nobody" }).check();
    assert.equal(await button.getAttribute("aria-disabled"), "false");
  });

  chapter("a donor signs a permit and gives 250.00 for one programme, in one transaction", async () => {
    const donor = await atFund("donor");
    const give = section(donor, "Contribute");
    await give.getByRole("textbox", { name: "Amount (USD)" }).fill("250.00");
    await give.getByRole("combobox", { name: "Meant for" }).selectOption({ label: programme.name });
    await give.getByRole("textbox", { name: "Your reference" }).fill("GIFT-250");
    const asked = donor.wallet.requests.length;
    await sign(give, "Contribute");
    const methods = donor.wallet.requests.slice(asked).map(({ method }) => method);
    const signatures = methods.filter((method) => /^eth_s(ign|end)/.test(method));
    assert.deepEqual(signatures, ["eth_signTypedData_v4", "eth_sendTransaction"]);
    const { donor: giver, earmark, from, to } = await handle.contract.contributionOf(1);
    assert.deepEqual(
      [giver, earmark, to - from],
      [world.people.donor.address, programme.address, 25_000n * CENT],
    );
    const gifts = section(donor, "What you gave to this fund");
    await gifts.getByRole("row", { name: /^GIFT-250 250\.00.USD Cash for schooling/ }).waitFor();
    await shows(donor, "There now", "250.00 USD");
    await gifts.getByRole("link", { name: "Follow GIFT-250" }).click();
    await donor.page.getByRole("heading", { level: 1, name: /follow/i }).waitFor();
  });

  chapter(
    'another 100.10 comes by approval, for any recipient; a "no" in the wallet changes nothing',
    async () => {
      const donor = await atFund("donor");
      const give = section(donor, "Contribute");
      await give.getByRole("combobox", { name: "How" }).selectOption("approve");
      await give.getByRole("textbox", { name: "Amount (USD)" }).fill("100.10");
      donor.wallet.behaviour = "declines";
      await give.getByRole("button", { name: "Contribute", exact: true }).click();
      await give.getByText("You did not sign. Nothing has changed.").waitFor();
      donor.wallet.behaviour = "confirms";
      await sign(give, "Contribute");
      const { money } = await readFund(world.suite, handle);
      assert.equal(money.contributed, 35_010n * CENT);
    },
  );

  chapter("finance sees that the gift waits; the programme first records the fund as a source", async () => {
    const finance = await at("finance");
    await takeUp(finance, /^Open: Allocate 250\.00.USD that is earmarked for Cash for schooling/);
    const officers = section(finance, "Officers of the fund");
    await officers.getByRole("combobox", { name: "Recipient" }).selectOption({ label: programme.name });
    await officers.getByText("Cash for schooling has not recorded this fund as a source").waitFor();
    await chooseFile(finance, "Choose a file", "grant.pdf", "the grant agreement");
    await sign(officers, "Propose to record the fund as a source");
    await approveProposal(await at("approver"), /Record a source of money/);
    assert.equal(await programme.contract.isSource(handle.address), true);
  });

  chapter("two officers allocate to the cent, and the programme's budget shows it", async () => {
    const { free } = await readBalances(programme);
    const finance = await atFund("finance");
    const officers = section(finance, "Officers of the fund");
    await officers.getByRole("combobox", { name: "Recipient" }).selectOption({ label: programme.name });
    await officers.getByText(/^Earmarked for it: 250\.00.USD\. For any: 100\.10.USD\.$/).waitFor();
    await officers.getByRole("textbox", { name: "Amount (USD)" }).first().fill("300.55");
    await officers.getByRole("textbox", { name: "Reference of the decision" }).fill("SCHOOLING-1");
    await sign(officers, "Propose to an approver");
    await section(finance, "Waiting for a second officer")
      .getByText("You proposed this; another officer approves it.")
      .waitFor();

    const approver = await at("approver");
    await takeUp(approver, /^Read and approve: Allocate 300\.55.USD, River valley fund/);
    const proposal = section(approver, "Waiting for a second officer");
    await proposal.getByText(programme.name).first().waitFor();
    await proposal.getByText("SCHOOLING-1").waitFor();
    await sign(approver.page.getByRole("main"), /^Approve: Allocate 300\.55/);

    assert.equal((await readBalances(programme)).free - free, 30_055n * CENT);
    await goTo(approver, `/console/programmes/${programme.address}`, programme.name);
    await section(approver, "Money in the programme")
      .getByText(/^60,300\.55.USD$/)
      .first()
      .waitFor();
    const again = await atFund("finance");
    await shows(again, "There now", "49.55 USD");
    await shows(again, "Allocated", "300.55 USD");
    await again.page
      .getByRole("row", { name: /^Cash for schooling ?programme 0\.00.USD 250\.00.USD 250\.00.USD Yes/ })
      .waitFor();
  });

  chapter("what came unasked is accepted by two officers; what comes back keeps its place", async () => {
    const { people } = world;
    const data = DemoDollar__factory.createInterface().encodeFunctionData("transfer", [
      handle.address,
      777n * CENT,
    ]);
    await signAndSend(people.donor, { to: programme.asset, data });
    const finance = await at("finance");
    await takeUp(finance, /^Open: Accept 7\.77.USD that came unasked/);
    const officers = section(finance, "Officers of the fund");
    await officers.getByRole("textbox", { name: "Your reference" }).fill("UNASKED-1");
    await sign(officers.locator("#accept"), "Propose to an approver");
    const approver = await at("approver");
    await takeUp(approver, /^Read and approve: Accept 7\.77.USD that came unasked/);
    await sign(approver.page.getByRole("main"), /^Approve: Accept 7\.77/);
    const back = acts.returnUnspent(5_000n * CENT, handle.address);
    await actTogether(people.finance, people.approver, programme.address, back);

    const desk = await atFund("finance");
    await shows(desk, "Contributed", "357.87 USD");
    await shows(desk, "Came back", "50.00 USD");
    await shows(desk, "There now", "107.32 USD");
    const { money } = await readFund(world.suite, handle);
    assert.deepEqual([money.unattributed, money.unbooked], [0n, 0n]);
  });

  chapter(
    "a return that undoes six allocations is booked in two goes, by anybody, and adds up all along",
    async () => {
      const { people, suite } = world;
      const { money: before } = await readFund(suite, handle);
      for (let i = 0; i < 6; i++) {
        const expectedId = Number(await handle.contract.nextAllocationId());
        const paying = { expectedId, recipient: programme.address, amount: 100n * CENT, reference: "" };
        await actTogether(people.finance, people.approver, handle.address, allocate(paying));
      }
      const back = acts.returnUnspent(600n * CENT, handle.address);
      await actTogether(people.finance, people.approver, programme.address, back);
      await addsUp({ allocated: before.allocated + 600n * CENT, returned: before.returned + 400n * CENT });
      assert.equal((await readFund(suite, handle)).money.unbooked, 200n * CENT);

      const finance = await at("finance");
      await takeUp(finance, /^Open: Book 2\.00.USD that Cash for schooling gave back/);
      await shows(finance, "Came back, not booked", "2.00 USD");
      const officers = section(finance, "Officers of the fund");
      await officers.getByRole("combobox", { name: "Recipient" }).selectOption({ label: programme.name });
      await officers
        .getByText("It gave money back that is not booked yet. Book its returns first, below.")
        .waitFor();
      await assertSoundInViews(finance, "a return to book", {
        also: ({ width, scheme }) => picture(finance, "book-returns", `${width}-${scheme}`),
      });

      const donor = await atFund("donor");
      const booking = section(donor, "Officers of the fund").locator("#book");
      await booking.getByText("2.00 USD that Cash for schooling gave back is not booked.").waitFor();
      await sign(booking, "Book the returns of Cash for schooling");
      await booking.getByText("Every return is booked.").waitFor();
      assert.equal(await section(donor, "Money of the fund").getByText("Came back, not booked").count(), 0);
      await shows(donor, "Came back", "56.00 USD");
      await shows(donor, "There now", "107.32 USD");
      await addsUp({ allocated: before.allocated + 600n * CENT, returned: before.returned + 600n * CENT });
      assert.deepEqual((await readFund(suite, handle)).money.balance, before.balance);
      await officers.getByText("It gave money back that is not booked yet.").waitFor({ state: "detached" });
    },
  );

  /** What the fund's own books say, what its tokens say, and what the public pages say, are one sum. */
  async function addsUp(expected: { readonly allocated: bigint; readonly returned: bigint }): Promise<void> {
    const { money } = await readFund(world.suite, handle);
    const { contributed, allocated, returned, unbooked, balance, unattributed } = money;
    assert.deepEqual({ allocated, returned }, expected);
    assert.equal(contributed + returned + unbooked, allocated + balance);
    const token = DemoDollar__factory.connect(programme.asset, world.suite.provider);
    assert.equal(await token.balanceOf(handle.address), balance + unattributed);
    await caughtUp(world, world.history.url);
    const ask = async (path: string) => (await fetch(`${world.history.url}${path}`)).json();
    const view = (await ask(`/api/funds/${handle.address}`)) as FundDetail;
    const shown = [view.contributed, view.allocated, view.returned, view.unbooked, view.held];
    assert.deepEqual(shown, [contributed, allocated, returned, unbooked, balance].map(String));
    const { assets } = (await ask("/api/overview")) as OverviewView;
    for (const { unexplained } of assets) assert.equal(unexplained, "0");
  }

  chapter("ether is given in one transaction, and the fund holds it wrapped", async () => {
    const ether = await openFund(world.suite, await createFund(world, world.wrappedEther, "Ether for wells"));
    const donor = await atFund("donor-2", ether.address, "Ether for wells");
    const give = section(donor, "Contribute");
    await give.getByRole("textbox", { name: "Amount (ETH)" }).fill("1.25");
    await give.getByRole("textbox", { name: "Your reference" }).fill("ETH-1");
    await sign(give, "Contribute");
    const { money, takesEther } = await readFund(world.suite, ether);
    assert.deepEqual([takesEther, money.contributed], [true, 1_250_000n]);
    await section(donor, "What you gave to this fund")
      .getByRole("row", { name: /^ETH-1 1\.25.WETH/ })
      .waitFor();
  });

  chapter("an administrator opens a fund; a stranger is told whose work its money is", async () => {
    const administrator = await at("administrator");
    await goTo(administrator, "/console/funds", "Funds");
    const opening = section(administrator, "Open a fund");
    await opening.getByRole("textbox", { name: "Name" }).fill("Delta fund");
    await sign(opening, "Open the fund");
    await section(administrator, "All funds").getByRole("link", { name: "Delta fund" }).waitFor();
    const donor = await atFund("donor");
    await donor.page.getByText("Allocate to a programme or an agreement").click();
    await donor.page.getByText("This is for: Finance, at Test Relief.").first().waitFor();
  });

  chapter("the earmark of a closed programme is released after 14 days, by two officers", async () => {
    const { people, suite } = world;
    const gift = section(await atFund("donor"), "Contribute");
    await gift.getByRole("textbox", { name: "Amount (USD)" }).fill("5.05");
    await gift.getByRole("combobox", { name: "Meant for" }).selectOption({ label: programme.name });
    await sign(gift, "Contribute");
    const closing = acts.closeProgramme(people.donor.address);
    const actId = await propose(people.finance, programme.address, closing);
    await letDaysPass(2);
    await signAndSend(people.approver, approveCall({ contract: programme.address, actId, act: closing }));

    const finance = await at("finance");
    await takeUp(finance, /^Open: Release 5\.05.USD earmarked for Cash for schooling, which is closed/);
    const release = section(finance, "Officers of the fund").locator("#release");
    await chooseFile(finance, "Choose a file", "consent.pdf", "the donors' consent");
    await sign(release, "Propose to an approver");
    await toWaiting(await at("approver"));
    await letDaysPass(14);
    const approver = await at("approver");
    await takeUp(approver, /^Read and approve: Release what is earmarked for Cash for schooling/);
    await sign(approver.page.getByRole("main"), /^Approve: Release/);
    const { pots } = await readFund(suite, handle);
    assert.equal(pots.find(({ recipient }) => recipient?.address === programme.address)?.balance, 0n);
    // The public pages read it, too.
    await goTo(approver, `/funds/${handle.address}`, NAME);
    await approver.page.getByText("Earmark lifted").first().waitFor();
  });

  chapter("no finding of axe on these pages, light and dark, wide and narrow", async () => {
    const finance = await at("finance");
    for (const path of ["/console/funds", `/console/funds/${handle.address}`, "/console"]) {
      await finance.page.goto(`${world.url}${path}`);
      await finance.page.getByRole("heading", { level: 2 }).first().waitFor();
      await assertSoundInViews(finance, path);
    }
  });
});

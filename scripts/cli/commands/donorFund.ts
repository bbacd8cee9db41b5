// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { approveTokensCall, documentHash, readOrganisation } from "#sdk/agency/index.ts";
import {
  acceptUnattributed,
  allocate,
  contributeCall,
  contributeEtherCall,
  type Fund,
  type FundHandle,
  type FundRecipient,
  listFunds,
  readFund,
  readHoldings,
  releaseEarmark,
} from "#sdk/funds/desk/index.ts";
import { type Amount, formatAmount } from "#sdk/money/index.ts";
import { propose } from "../acts.ts";
import { CliError } from "../CliError.ts";
import { type Desk, onChain } from "../command.ts";
import { openFund } from "../funds.ts";
import { amountOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";
import { readUserFile } from "../settings.ts";
import { proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;

const FUND = "--fund <name>";
const FUND_HELP = "donor fund by name or address (default: the only one)";
const REFERENCE = "--reference <text>";
const REFERENCE_HELP = "up to 31 plain characters; public for ever, so nothing that names a person";

/** What donors and officers do with donor funds, beside what `annona fund` does with a programme's own money. */
export function donorFundCommands(fund: Command): void {
  onChain(fund.command("list").description("donor funds, and for whom their money is"), listCommand);

  const contribute = fund
    .command("contribute <amount>")
    .description("give to a donor fund, for good (donor)")
    .option(FUND, FUND_HELP)
    .option("--for <name>", "programme or agreement that the money is for (default: any)")
    .option("--ether", "give ether, which a fund of wrapped ether wraps")
    .option(REFERENCE, REFERENCE_HELP);
  onChain(contribute, contributeCommand);

  const allocation = fund
    .command("allocate <amount>")
    .description("propose to pay a programme or an agreement from a donor fund (finance)")
    .requiredOption("--to <name>", "programme or agreement")
    .option(FUND, FUND_HELP)
    .option(REFERENCE, REFERENCE_HELP);
  onChain(allocation, allocateCommand);

  const accept = fund
    .command("accept <amount>")
    .description("propose to count tokens that came unasked as a contribution (finance)")
    .option(FUND, FUND_HELP)
    .option("--for <name>", "programme or agreement that the sender meant (default: any)")
    .option(REFERENCE, REFERENCE_HELP);
  onChain(accept, acceptCommand);

  const release = fund
    .command("release <name>")
    .description(
      "propose that money for a closed programme or agreement may go to any; it waits 14 days (finance)",
    )
    .option(FUND, FUND_HELP)
    .requiredOption(
      "--document <file>",
      "by which it was decided, such as the donors' consent; only its hash is used",
    );
  onChain(release, releaseCommand);
}

async function listCommand({ suite }: Desk): Promise<Answer> {
  const handles = await listFunds(suite);
  const funds = await Promise.all(
    handles.map(async (handle) => {
      const [fund, { name: organisation }] = await Promise.all([
        readFund(suite, handle),
        readOrganisation(suite, handle.organisation),
      ]);
      return { handle, fund, organisation };
    }),
  );
  const data = funds.map(({ handle: { address, name, currency }, fund, organisation }) => ({
    address,
    name,
    organisation,
    currency: currency.code,
    ...fund.money,
    pots: fund.pots.map(({ recipient, joined, left, balance }) => ({
      for: recipient?.address ?? null,
      joined,
      left,
      balance,
    })),
  }));
  const lines = funds.flatMap(({ handle, fund, organisation }) => linesOf(handle, fund, organisation));
  return { data: { funds: data }, lines: lines.length === 0 ? ["There is no donor fund yet."] : lines };
}

function linesOf({ address, name, currency }: FundHandle, fund: Fund, organisation: string): string[] {
  const money = (amount: Amount) => `${formatAmount(amount, currency)} ${currency.code}`;
  const { contributed, allocated, returned, balance, unattributed } = fund.money;
  return [
    `${name} (${address}), ${organisation}`,
    `  contributed ${money(contributed)}, allocated ${money(allocated)}, came back ${money(returned)}, there ${money(balance)}`,
    ...(unattributed > 0n ? [`  came unasked: ${money(unattributed)}`] : []),
    ...fund.pots
      .filter((pot) => pot.recipient === undefined || pot.joined > 0n)
      .map((pot) => `  for ${pot.recipient?.name ?? "any"}: ${money(pot.balance)}`),
  ];
}

async function contributeCommand(
  desk: Desk,
  [text = ""]: readonly string[],
  options: Options,
): Promise<Answer> {
  const { suite } = desk;
  const fund = await fundOf(desk, options);
  const donor = await desk.sign("donor");
  const amount = amountOption(text, fund.currency);
  const earmark = await recipientOf(desk, fund, options.for);
  const giving = { donor: donor.address, amount, earmark: earmark?.address, reference: textOf(options) };
  if (options.ether === true) {
    await signAndSend(donor, contributeEtherCall(fund, giving));
  } else {
    const call = contributeCall(fund, giving);
    const tokens = amount * fund.assetScale;
    const { allowed } = await readHoldings(suite, fund, donor.address);
    if (allowed < tokens) await signAndSend(donor, approveTokensCall(fund, tokens, donor.address));
    await signAndSend(donor, call);
  }
  const what = `${formatAmount(amount, fund.currency)} ${fund.currency.code}`;
  return {
    data: { fund: fund.address, amount, for: earmark?.address ?? null, reference: giving.reference },
    lines: [`${what} went to ${fund.name}, for ${earmark?.name ?? "any programme or agreement"}.`],
  };
}

async function allocateCommand(
  desk: Desk,
  [text = ""]: readonly string[],
  options: Options,
): Promise<Answer> {
  const fund = await fundOf(desk, options);
  const recipient = await recipientOf(desk, fund, options.to);
  const act = allocate({
    expectedId: Number(await fund.contract.nextAllocationId()),
    recipient: recipient?.address ?? "",
    amount: amountOption(text, fund.currency),
    reference: textOf(options),
  });
  return await proposeFor(desk, fund, act);
}

async function acceptCommand(desk: Desk, [text = ""]: readonly string[], options: Options): Promise<Answer> {
  const fund = await fundOf(desk, options);
  const earmark = await recipientOf(desk, fund, options.for);
  const accepted = { amount: amountOption(text, fund.currency), earmark: earmark?.address };
  return await proposeFor(desk, fund, acceptUnattributed({ ...accepted, reference: textOf(options) }));
}

async function releaseCommand(desk: Desk, [name = ""]: readonly string[], options: Options): Promise<Answer> {
  const fund = await fundOf(desk, options);
  const { pots } = await readFund(desk.suite, fund);
  const closed = pots.flatMap(({ recipient, balance }) =>
    recipient?.isClosed === true && balance > 0n ? [recipient] : [],
  );
  const found = closed.find((recipient) => isCalled(recipient, name));
  if (found === undefined) {
    const known = closed.map((recipient) => recipient.name).join(", ") || "there is none";
    throw new CliError("noClosedRecipient", { name, fund: fund.name, known });
  }
  const document = documentHash(await readUserFile(String(options.document)));
  return await proposeFor(desk, fund, releaseEarmark(found.address, document));
}

async function proposeFor(desk: Desk, { address }: FundHandle, act: string): Promise<Answer> {
  return proposed(await propose(await desk.sign("finance"), address, act), act, address);
}

async function fundOf({ suite }: Desk, { fund }: Options): Promise<FundHandle> {
  return await openFund(suite, typeof fund === "string" ? fund : undefined);
}

/** @throws CliError CLI-310 when the fund can pay nothing of this name. */
async function recipientOf(
  { suite }: Desk,
  fund: FundHandle,
  wanted: string | boolean | undefined,
): Promise<FundRecipient | undefined> {
  if (typeof wanted !== "string") return undefined;
  const { recipients } = await readFund(suite, fund);
  const found = recipients.find((recipient) => isCalled(recipient, wanted));
  if (found !== undefined) return found;
  const known = recipients.map(({ name }) => name).join(", ") || "there is none";
  throw new CliError("noSuchRecipient", { name: wanted, fund: fund.name, known });
}

function isCalled({ name, address }: FundRecipient, wanted: string): boolean {
  return [name, address].some((known) => known.toLowerCase() === wanted.toLowerCase());
}

function textOf({ reference }: Options): string {
  return typeof reference === "string" ? reference : "";
}

// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { keccak256 } from "ethers";
import { acts, approveTokensCall, fundCall } from "#sdk/agency/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { propose } from "../acts.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { addressOption, amountOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";
import { readUserFile } from "../settings.ts";
import { proposed } from "./acts.ts";
import { donorFundCommands } from "./donorFund.ts";

export function fundCommands(fund: Command): void {
  donorFundCommands(fund);

  const add = fund
    .command("add <amount>")
    .description("approve the tokens to the programme and bring them in (donor)")
    .option("--source <address>", "recorded source that unspent money goes back to (default: who pays)");
  onProgramme(add, async (desk, [text = ""], { source }) => {
    const { programme } = desk;
    const payer = await desk.sign("donor");
    const amount = amountOption(text, programme.currency);
    const from = typeof source === "string" ? addressOption("--source", source) : payer.address;
    const tokens = amount * (await programme.contract.assetScale());
    await signAndSend(payer, approveTokensCall(programme, tokens, payer.address));
    const { hash } = await signAndSend(payer, fundCall(programme, amount, from, payer.address));
    return {
      data: { amount, source: from, transaction: hash },
      lines: [`${formatAmount(amount, programme.currency)} ${programme.currency.code} came in from ${from}.`],
    };
  });

  const source = fund
    .command("source <address>")
    .description("propose an address to which unspent money may go back (finance)")
    .requiredOption("--document <file>", "the grant agreement; only its hash is used");
  onProgramme(source, async (desk, [text = ""], { document }) => {
    const hash = keccak256(await readUserFile(String(document)));
    return await proposeAct(desk, acts.recordSource(addressOption("address", text), hash));
  });

  const fees = fund
    .command("fees <amount>")
    .description("propose to set free money aside for commissions (finance)")
    .option("--take-back", "bring it back to free money instead");
  onProgramme(fees, async (desk, [text = ""], { takeBack }) => {
    const amount = amountOption(text, desk.programme.currency);
    return await proposeAct(desk, acts.changeFeeReserve(amount, takeBack === true ? "takeBack" : "add"));
  });

  const giveBack = fund
    .command("return <amount>")
    .description("propose to return free money to a recorded source (finance)")
    .requiredOption("--source <address>", "recorded source");
  onProgramme(giveBack, async (desk, [text = ""], { source: to }) => {
    const amount = amountOption(text, desk.programme.currency);
    return await proposeAct(desk, acts.returnUnspent(amount, addressOption("--source", String(to))));
  });
}

async function proposeAct(desk: ProgrammeDesk, act: string): Promise<Answer> {
  return proposed(await propose(await desk.sign("finance"), desk.programme.address, act), act);
}

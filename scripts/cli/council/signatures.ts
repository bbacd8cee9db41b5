// SPDX-License-Identifier: Apache-2.0
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import {
  approvalData,
  handInApprovalCall,
  readSignedApproval,
  requireSignedFor,
  voidSignaturesCall,
  writeSignedApproval,
} from "#sdk/council/index.ts";
import { type Desk, onChain } from "../command.ts";
import { formatMoment, wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";
import { pathOf, readUserFile } from "../settings.ts";
import type { Options } from "./decision.ts";
import { describe, MEMBER, proposalOf, sceneOf, showProposal } from "./scene.ts";

const DAY = 86_400;

/** Approve without a transaction: a member signs, whoever has the signed text hands it in. */
export function signatureCommands(council: Command): void {
  const sign = council
    .command("sign <number>")
    .description("sign an approval that anybody can hand in (member)")
    .option("--days <number>", "how long it can be handed in", "7")
    .option("--out <file>", "write the signed approval here (default: standard output)");
  onChain(sign, signCommand);
  onChain(
    council.command("hand-in <file>").description("hand a member's signed approval in (anyone)"),
    handInCommand,
  );
  onChain(
    council
      .command("void-signatures")
      .description("make all approvals void that one signed and nobody has handed in (member)"),
    async (desk) => {
      const { council: room } = await sceneOf(desk);
      const member = await desk.sign(MEMBER);
      await signAndSend(member, voidSignaturesCall(room.address, member.address));
      return {
        data: { member: member.address },
        lines: ["Approvals that were signed before count no more."],
      };
    },
  );
}

async function signCommand(desk: Desk, [number = ""]: readonly string[], options: Options): Promise<Answer> {
  const scene = await sceneOf(desk);
  const { council } = scene;
  const proposal = await proposalOf(desk, council, number);
  process.stderr.write(`${describe(scene, proposal).join("\n")}\n`);
  const member = await desk.sign(MEMBER);
  const { chainId } = desk.suite;
  const approval = {
    id: proposal.id,
    hash: proposal.hash,
    epoch: council.epoch,
    member: member.address,
    nonce: await council.contract.nonceOf(member.address),
    deadline: council.time + wholeNumber("--days", String(options.days), 1) * DAY,
  };
  const { domain, types, message } = approvalData(council.address, chainId, approval);
  const signature = await member.signTypedData(domain, types, message);
  const text = writeSignedApproval({ ...approval, chainId, council: council.address, signature });
  if (typeof options.out === "string") await writeFile(pathOf(options.out), `${text}\n`);
  const until = `Nothing is on the ledger yet: hand it in until ${formatMoment(approval.deadline)}.`;
  return {
    data: { approval: JSON.parse(text) as unknown },
    lines: typeof options.out === "string" ? [`Signed: ${options.out}. ${until}`] : [text],
  };
}

/** @throws CouncilError COUNCIL-201, COUNCIL-202 for what is no approval of the proposal as it stands now. */
async function handInCommand(desk: Desk, [file = ""]: readonly string[]): Promise<Answer> {
  const approval = readSignedApproval(new TextDecoder().decode(await readUserFile(file)));
  const { council } = await sceneOf(desk);
  const { hash } = await proposalOf(desk, council, String(approval.id));
  const { address, epoch } = council;
  requireSignedFor(approval, { chainId: desk.suite.chainId, council: address, id: approval.id, hash, epoch });
  const relayer = await desk.sign("relayer");
  await signAndSend(relayer, handInApprovalCall(address, approval, approval.signature));
  return await showProposal(desk, String(approval.id));
}

// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { documentHash, eventOf } from "#sdk/agency/index.ts";
import {
  type CouncilCall,
  decodeCall,
  encodeAct,
  isShortEnough,
  proposeCallsCall,
  type Rationale,
  simulateCalls,
  textRationale,
} from "#sdk/council/index.ts";
import { CliError } from "../CliError.ts";
import { type Desk, onChain } from "../command.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";
import { readUserFile } from "../settings.ts";
import { CODE_DECISIONS } from "./code.ts";
import type { Decision, Options } from "./decision.ts";
import { readDraft, writeDraft } from "./draft.ts";
import { MEMBER_DECISIONS } from "./members.ts";
import { MONEY_DECISIONS } from "./money.ts";
import { ORGANISATION_DECISIONS } from "./organisations.ts";
import { callLines, MEMBER, type Scene, sceneOf, showProposal, trialLines } from "./scene.ts";

const DECISIONS: readonly Decision[] = [
  ...ORGANISATION_DECISIONS,
  ...MONEY_DECISIONS,
  ...MEMBER_DECISIONS,
  ...CODE_DECISIONS,
];

const NOTES = `
Decisions that belong together are decided together: --add-to FILE puts one into a draft, and "propose draft FILE" proposes them all.
--dry-run tries a decision on the ledger as it is now and says what it would change; nothing is sent.`;

/** `annona council propose`: every decision that the council room has a form for. */
export function proposeCommands(council: Command): void {
  const propose = council
    .command("propose")
    .description("propose a decision (member)")
    .addHelpText("after", NOTES);
  for (const { name, about, fields, acts } of DECISIONS) {
    const command = withReasons(fields(propose.command(name).description(about))).option(
      "--add-to <file>",
      "add it to a draft, which is proposed later",
    );
    onChain(command, async (desk, _, options) => {
      const scene = await sceneOf(desk);
      const made = await acts(desk, scene, options);
      const calls = made.map((act) => encodeAct(scene.book, act));
      if (typeof options.addTo === "string") return await addToDraft(scene, options.addTo, calls);
      return await proposeOrTry(desk, scene, calls, options);
    });
  }
  const draft = withReasons(
    propose.command("draft <file>").description("propose everything that --add-to put into a file"),
  );
  onChain(draft, async (desk, [file = ""], options) => {
    const scene = await sceneOf(desk);
    const calls = await readDraft(file, scene.council.address);
    if (calls.length === 0) throw new CliError("fileMissing", { file });
    return await proposeOrTry(desk, scene, calls, options);
  });
}

function withReasons(command: Command): Command {
  return command
    .option("--why <text>", "reasons; they stand on the ledger, for everybody")
    .option("--document <file>", "reasons in a document, by its fingerprint, in place of --why")
    .option("--uri <uri>", "where everybody can read the document")
    .option("--dry-run", "only say what it would change");
}

async function addToDraft(scene: Scene, file: string, added: readonly CouncilCall[]): Promise<Answer> {
  const calls = [...(await readDraft(file, scene.council.address)), ...added];
  await writeDraft(file, scene.council.address, calls);
  return {
    data: { draft: file, acts: calls.map((call) => decodeCall(scene.book, call)) },
    lines: [...callLines(scene, added), `${file} has ${calls.length} calls now; nothing is proposed yet.`],
  };
}

async function proposeOrTry(
  desk: Desk,
  scene: Scene,
  calls: readonly CouncilCall[],
  options: Options,
): Promise<Answer> {
  if (options.dryRun === true) {
    const trial = await simulateCalls(desk.suite, scene.book, calls);
    return {
      data: { acts: calls.map((call) => decodeCall(scene.book, call)), trial },
      lines: [...callLines(scene, calls), ...trialLines(trial), "Nothing was sent."],
    };
  }
  const rationale = await rationaleOf(options);
  const signer = await desk.sign(MEMBER);
  const call = proposeCallsCall(scene.council.address, calls, rationale, signer.address);
  const receipt = await signAndSend(signer, call);
  return await showProposal(desk, String(eventOf(call, receipt.logs)?.args.proposalId));
}

/** @throws CliError CLI-101, CLI-102 when the reasons are too long, missing, or given twice. */
async function rationaleOf({ why, document, uri }: Options): Promise<Rationale> {
  if (typeof document === "string" && why === undefined) {
    return { hash: documentHash(await readUserFile(document)), uri: typeof uri === "string" ? uri : "" };
  }
  if (typeof why !== "string" || document !== undefined || why.trim() === "") {
    throw new CliError("optionMissing", { option: "--why or --document", wanted: "one of the two" });
  }
  if (isShortEnough(why.trim())) return textRationale(why.trim());
  const wanted = "a shorter text, or put it into a document and name that with --document";
  throw new CliError("badOption", { option: "--why", value: "too long for the ledger", wanted });
}

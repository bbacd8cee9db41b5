// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import {
  acts,
  liftGuardianPauseCall,
  liftMemberPauseCall,
  type Pause,
  type PauseScope,
  pauseAsGuardianCall,
  pauseAsMemberCall,
  readPauses,
} from "#sdk/agency/index.ts";
import { propose } from "../acts.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { addressOption, codeOption, formatMoment } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";
import { proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;

export function pauseCommands(pause: Command): void {
  const scoped = (name: string, description: string) =>
    pause
      .command(name)
      .description(description)
      .option("--redemptions", "only receipts (default: both)")
      .option("--payouts", "only settlements and returns (default: both)")
      .option("--member", "as a member of the council, for seven days at most");

  const start = scoped("start", "pause the programme (guardian)");
  onProgramme(start.requiredOption("--reason <code>", "code of the reason, such as LOST-KEYS"), startCommand);
  const lift = scoped("lift", "lift one's own pause at once (guardian)");
  onProgramme(lift.option("--propose", "as two officers, who wait two days (finance)"), liftCommand);
  onProgramme(pause.command("status").description("what is paused, and by whom"), statusCommand);
  const close = pause
    .command("close-programme")
    .description("propose to close the programme for good (finance)")
    .requiredOption("--source <address>", "recorded source that gets whatever is left");
  onProgramme(close, async (desk, _, { source }) => {
    const act = acts.closeProgramme(addressOption("--source", String(source)));
    return proposed(await propose(await desk.sign("finance"), desk.programme.address, act), act);
  });
}

async function startCommand(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const scope = scopeOf(options);
  const reason = codeOption("--reason", String(options.reason));
  const signer = await desk.sign(roleOf(options));
  const call = options.member === true ? pauseAsMemberCall : pauseAsGuardianCall;
  await signAndSend(signer, call(desk.programme, scope, reason, signer.address));
  return await statusCommand(desk);
}

async function liftCommand(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const scope = scopeOf(options);
  const { redemptions, payouts } = await readPauses(desk.programme);
  const since = (scope.redemptions ? redemptions : payouts).since ?? 0;
  if (options.propose === true) {
    const act = acts.liftGuardianPause(scope, since);
    return proposed(await propose(await desk.sign("finance"), desk.programme.address, act), act);
  }
  const signer = await desk.sign(roleOf(options));
  const call =
    options.member === true
      ? liftMemberPauseCall(desk.programme, scope, signer.address)
      : liftGuardianPauseCall(desk.programme, scope, since, signer.address);
  await signAndSend(signer, call);
  return await statusCommand(desk);
}

async function statusCommand(desk: ProgrammeDesk): Promise<Answer> {
  const pauses = await readPauses(desk.programme);
  const lines = [lineOf("redemptions", pauses.redemptions), lineOf("payouts", pauses.payouts)];
  return {
    data: pauses,
    lines: pauses.isClosed ? ["The programme is closed for good."] : lines,
  };
}

/** Naming neither means both. */
function scopeOf({ redemptions, payouts }: Options): PauseScope {
  return {
    redemptions: redemptions === true || payouts !== true,
    payouts: payouts === true || redemptions !== true,
  };
}

function roleOf({ member }: Options): string {
  return member === true ? "council" : "guardian";
}

function lineOf(what: string, { isPaused, since, byMember }: Pause): string {
  if (!isPaused) return `${what}: on`;
  const sides = [
    ...(since === undefined ? [] : [`by the guardian since ${formatMoment(since)}`]),
    ...(byMember === undefined ? [] : [`by ${byMember.member} until ${formatMoment(byMember.until)}`]),
  ];
  return `${what}: paused ${sides.join(" and ")}`;
}

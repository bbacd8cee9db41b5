// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import type { Wallet } from "ethers";
import type { ProgrammeHandle, Suite } from "#sdk/agency/index.ts";
import type { RelayOptions } from "#sdk/relay/index.ts";
import { type Answer, progressBar, writeAnswer, writeError } from "./output.ts";
import { type GlobalOptions, type Settings, settingsOf } from "./settings.ts";

/** What a command that works on the chain has at hand. */
export interface Desk {
  readonly settings: Settings;
  readonly suite: Suite;
  /** The officer who signs: --as, or else who usually holds the role. */
  sign(role: string): Promise<Wallet>;
  /** Who pays for the relayer's transactions beside the officer who signs: the named key, or else the usual one. */
  relayer(name?: string): Promise<Wallet>;
  /** Progress and pace for the relayer. */
  relay(label: string, unit: string): RelayOptions;
}

/** A desk with a programme opened. */
export interface ProgrammeDesk extends Desk {
  readonly programme: ProgrammeHandle;
}

type Options = Record<string, string | boolean | undefined>;

/** Run a command that needs no chain. */
export function offline(
  command: Command,
  run: (settings: Settings, args: readonly string[], options: Options) => Promise<Answer>,
): Command {
  return command.action(async () => {
    const settings = settingsOf(command.optsWithGlobals<GlobalOptions>());
    await answer(settings.json, () => run(settings, command.args, command.opts<Options>()));
  });
}

/** Run a command that needs the chain. */
export function onChain(
  command: Command,
  run: (desk: Desk, args: readonly string[], options: Options) => Promise<Answer>,
): Command {
  return offline(command, async (settings, args, options) => {
    const { officer, openSuite } = await theSuite();
    const suite = await openSuite(settings);
    try {
      return await run(openDesk(settings, suite, officer), args, options);
    } finally {
      suite.provider.destroy();
    }
  });
}

/** Run a command that needs a programme. */
export function onProgramme(
  command: Command,
  run: (desk: ProgrammeDesk, args: readonly string[], options: Options) => Promise<Answer>,
): Command {
  return onChain(command, async (desk, args, options) => {
    const { openProgramme } = await theSuite();
    const programme = await openProgramme(desk.suite, desk.settings.programme);
    return await run({ ...desk, programme }, args, options);
  });
}

/** The contracts' bindings, which a command without a chain does well without. */
function theSuite(): Promise<typeof import("./suite.ts")> {
  return import("./suite.ts");
}

type Officer = (suite: Suite, settings: Settings, role: string) => Promise<Wallet>;

function openDesk(settings: Settings, suite: Suite, officer: Officer): Desk {
  return {
    settings,
    suite,
    sign: (role) => officer(suite, settings, role),
    relayer: (name) => officer(suite, { ...settings, as: name }, "relayer"),
    relay(label, unit) {
      const bar = progressBar(label, unit);
      const pollInterval = isLocal(settings.rpc) ? LOCAL_POLL : NETWORK_POLL;
      return {
        pollInterval,
        onProgress(progress) {
          bar.update(progress);
          if (progress.done === progress.total) bar.stop();
        },
      };
    },
  };
}

/** Milliseconds between looks for a receipt. */
const LOCAL_POLL = 15;
const NETWORK_POLL = 1_000;

function isLocal(url: string): boolean {
  return /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${url}/`);
}

async function answer(asJson: boolean, run: () => Promise<Answer>): Promise<void> {
  try {
    writeAnswer(await run(), asJson);
  } catch (error) {
    await writeError(error, asJson);
  }
}

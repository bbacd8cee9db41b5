// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Catch, type Havoc, wild } from "./ledger.ts";
import type { Mutant } from "./mutate.ts";
import type { Compilation } from "./program.ts";

/** What the process that runs tests is told to do: first to get ready, then to try mutants, one at a time. */
export type Order =
  | { readonly compilation: Compilation; readonly limits: Limits }
  | { readonly mutant: Mutant; readonly files: readonly string[] };

/** What it tells on its way. */
export type News = { readonly said: string } | { readonly asking: string };

/** With what it ends an order. */
export type Result =
  | { readonly failingAnyway: readonly string[] }
  | { readonly killer: string | null; readonly isTired: boolean }
  | { readonly havoc: Havoc };

/** When a mutant runs wild. */
export interface Limits {
  /** Bytes of the whole process. */
  readonly memory: number;
  /** Bytes above which a new process takes over: the next mutant must have room before it counts as running wild. */
  readonly tired: number;
  /** Tests may take so many times as long as without a mutant, in seconds of the processor: others may keep it busy, */
  readonly timesAsLong: number;
  /** and so many seconds more. */
  readonly seconds: number;
}

/** The compiled tests and the engine need less than one gigabyte. */
const LIMITS: Limits = { memory: 4 * 2 ** 30, tired: 2 * 2 ** 30, timesAsLong: 3, seconds: 10 };
const PROCESS = fileURLToPath(new URL("huntProcess.ts", import.meta.url));

/** A hunt in a process of its own: a mutant that uses up memory or time, or ends the program, is noticed by that and the hunt goes on. */
export class SafeHunt {
  private readonly compilation: Compilation;
  private readonly say: (line: string) => void;
  private readonly limits: Limits;
  private hunter: ChildProcess | undefined;
  private isFirst = true;
  /** The test file that is being run. */
  private asked = "";

  constructor(compilation: Compilation, say: (line: string) => void, limits: Limits = LIMITS) {
    this.compilation = compilation;
    this.say = say;
    this.limits = limits;
  }

  /**
   * Runs every test without a mutant, to see what it meets.
   * @returns tests that fail without any mutant.
   * @throws when the process ends before it is ready.
   */
  async prepare(): Promise<readonly string[]> {
    this.hunter = fork(PROCESS, [], { execArgv: [] });
    const result = await this.order({ compilation: this.compilation, limits: this.limits });
    this.isFirst = false;
    if (result && "failingAnyway" in result) return result.failingAnyway;
    throw new Error("The process that runs the tests ended before it was ready.");
  }

  /** What notices a mutant, of the test files that may be asked; `null` if nothing does. */
  async try(mutant: Mutant, files: readonly string[]): Promise<Catch | null> {
    const caught = await this.tryOnce(mutant, files);
    if (caught !== undefined) return caught;
    // Another program may have ended the process: only a mutant that does it again has done it.
    const again = await this.tryOnce(mutant, files);
    return again === undefined ? wild(this.asked, "crash") : again;
  }

  /** Ends the process. */
  end(): void {
    this.hunter?.kill("SIGKILL");
    this.hunter = undefined;
  }

  /** `undefined` if the process ended of itself. */
  private async tryOnce(mutant: Mutant, files: readonly string[]): Promise<Catch | null | undefined> {
    if (this.hunter === undefined) await this.prepare();
    const result = await this.order({ mutant, files });
    if (result && "killer" in result) {
      if (result.isTired) this.end();
      return result.killer;
    }
    this.end();
    return result && "havoc" in result ? wild(this.asked, result.havoc) : undefined;
  }

  /** Gives an order and waits for its end; `undefined` if the process ends before. */
  private order(order: Order): Promise<Result | undefined> {
    const hunter = this.hunter;
    return new Promise((resolve) => {
      const done = (result?: Result): void => {
        hunter?.off("message", hear).off("exit", leave);
        resolve(result);
      };
      const leave = (): void => done();
      const hear = (answer: News | Result): void => {
        // A process that takes over finds everything recorded: nothing to tell.
        if ("asking" in answer) this.asked = answer.asking;
        else if (!("said" in answer)) done(answer);
        else if (this.isFirst) this.say(answer.said);
      };
      hunter?.on("message", hear).on("exit", leave);
      hunter?.send(order, (error) => error && leave());
    });
  }
}

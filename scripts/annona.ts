// SPDX-License-Identifier: Apache-2.0
// `npm run --silent annona -- COMMAND ...`: the command line.
import { CommanderError } from "commander";
import { EXIT } from "./cli/CliError.ts";
import { buildProgram } from "./cli/program.ts";

try {
  await buildProgram().parseAsync();
} catch (error) {
  // Commander has said what is wrong; help that was asked for is no error.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}

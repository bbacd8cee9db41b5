// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from "node:util";
import { buildContracts } from "../house/contracts.ts";

/** Gas that each path may cost on osaka: a household, or for a donor fund a call (an allocation: both officers' calls). */
const TARGETS: Readonly<Record<string, number>> = {
  open: 24_500,
  "load.first": 6_400,
  "load.later": 2_000,
  "redeem.dense": 2_450,
  "redeem.sparse": 6_300,
  "redeem.sparse50": 7_400,
  "redeem.scattered": 9_600,
  "fund.contribute": 120_000,
  "fund.contribute.earmarked": 120_000,
  "fund.contribute.ether": 120_000,
  "fund.allocate": 220_000,
  "fund.allocate.earmarked": 220_000,
};

/**
 * `npm run bench:gas`: gas a household of every money path and, in the same run, of what others do instead, on today's rules
 * (osaka) and on Hardhat's preview of the next ones (keys `amsterdam.*`). Exits with 1 when a target of osaka is missed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  await buildContracts();
  // Loaded after the build, because they import what it writes.
  const [{ measureFund }, { measurePaths }, { measurePeers }, { startWorld }] = await Promise.all([
    import("./gas/fund.ts"),
    import("./gas/paths.ts"),
    import("./gas/peers.ts"),
    import("./gas/world.ts"),
  ]);
  const figures: Record<string, number> = {};
  for (const [network, prefix] of [["default", ""] as const, ["amsterdam", "amsterdam."] as const]) {
    const world = await startWorld(network);
    const measured = {
      ...(await measurePaths(world)),
      ...(await measureFund(world)),
      ...(await measurePeers(world)),
    };
    for (const [name, gas] of Object.entries(measured)) figures[prefix + name] = gas;
    await world.stop();
  }
  const missed = Object.entries(TARGETS).filter(([name, most]) => (figures[name] ?? Infinity) > most);
  if (values.json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  else printTable(figures);
  for (const [name, most] of missed) process.stderr.write(`${name}: over its target of ${most}\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

function printTable(figures: Readonly<Record<string, number>>): void {
  const names = Object.keys(figures).filter((name) => !name.startsWith("amsterdam."));
  console.log(
    `${"gas a household or call".padEnd(26)}${"osaka".padStart(10)}${"target".padStart(10)}${"amsterdam".padStart(12)}`,
  );
  for (const name of names) {
    const cells = [figures[name], TARGETS[name], figures[`amsterdam.${name}`]].map(
      (gas) => gas?.toLocaleString("en") ?? "",
    );
    console.log(
      `${name.padEnd(26)}${cells[0]?.padStart(10)}${cells[1]?.padStart(10)}${cells[2]?.padStart(12)}`,
    );
  }
}

await main();

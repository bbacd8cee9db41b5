// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from "node:util";
import { buildContracts } from "../house/contracts.ts";

/** Gas that each path may cost on osaka: a household, or in all where that is said. */
const TARGETS: Readonly<Record<string, number>> = {
  open: 24_500,
  "load.first": 6_400,
  "load.later": 2_000,
  "redeem.dense": 2_450,
  "redeem.sparse": 6_300,
  "redeem.sparse50": 7_400,
  "redeem.scattered": 9_600,
  // Of a donor fund, a call; of an allocation, the calls of both officers.
  "fund.contribute": 120_000,
  "fund.contribute.earmarked": 120_000,
  "fund.contribute.ether": 120_000,
  "fund.allocate": 220_000,
  "fund.allocate.earmarked": 220_000,
  // In a council of seven, in all.
  "council.sign": 120_000,
  "council.sign.last": 120_000,
};

/** Gas that a whole act of officers may cost on osaka, all its transactions. */
const ACT_TARGETS: Readonly<Record<string, number>> = {
  "agreement.milestone": 330_000,
  "agreement.milestone.direct": 330_000,
};

/**
 * `npm run bench:gas`: gas a household of every money path and, in the same run, of what others do instead, and gas of what officers and
 * partners do in an agreement, on today's rules (osaka) and on Hardhat's preview of the next ones (keys `amsterdam.*`). Exits with 1
 * when a target of osaka is missed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  await buildContracts();
  // Loaded after the build, because they import what it writes.
  const [
    { measureAgreements },
    { measureCouncil },
    { measureFund },
    { measurePaths },
    { measurePeers },
    { startWorld },
  ] = await Promise.all([
    import("./gas/agreements.ts"),
    import("./gas/council.ts"),
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
      ...(await measureCouncil(world)),
      ...(await measurePeers(world)),
      ...(await measureAgreements(network)),
    };
    for (const [name, gas] of Object.entries(measured)) figures[prefix + name] = gas;
    await world.stop();
  }
  const missed = Object.entries({ ...TARGETS, ...ACT_TARGETS }).filter(
    ([name, most]) => (figures[name] ?? Infinity) > most,
  );
  if (values.json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  else printTable(figures);
  for (const [name, most] of missed) process.stderr.write(`${name}: over its target of ${most}\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

function printTable(figures: Readonly<Record<string, number>>): void {
  const names = Object.keys(figures).filter((name) => !name.startsWith("amsterdam."));
  console.log(
    `${"gas a household, or an act".padEnd(28)}${"osaka".padStart(10)}${"target".padStart(10)}${"amsterdam".padStart(12)}`,
  );
  for (const name of names) {
    const cells = [figures[name], TARGETS[name] ?? ACT_TARGETS[name], figures[`amsterdam.${name}`]].map(
      (gas) => gas?.toLocaleString("en") ?? "",
    );
    console.log(
      `${name.padEnd(28)}${cells[0]?.padStart(10)}${cells[1]?.padStart(10)}${cells[2]?.padStart(12)}`,
    );
  }
}

await main();

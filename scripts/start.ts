// SPDX-License-Identifier: Apache-2.0
// `npm start`: a local chain with the contracts and a demonstration, its history, and the app, at one address.
import { AnnonaError } from "#sdk/errors/index.ts";
import { deploymentsFolder, homeFolder } from "./cli/settings.ts";
import { DEMO_PASSPHRASE, DEMO_PIN } from "./seed/office.ts";
import { homeAt } from "./start/home.ts";
import { portOf } from "./start/ports.ts";
import { type Annona, startAnnona } from "./start/run.ts";

const tell = (line: string): void => console.log(line);

try {
  const annona = await startAnnona({
    home: homeAt(homeFolder()),
    deployments: deploymentsFolder(),
    appPort: portOf("PORT", 8787),
    chainPort: portOf("CHAIN_PORT", 8545),
    officePort: portOf("OFFICE_PORT", 8790),
    tell: (line) => tell(`  ${line}`),
  });
  tell(`\nOpen ${annona.url}`);
  tell(`Household ids unlock with: ${DEMO_PASSPHRASE}. The PIN of every card is ${DEMO_PIN}.`);
  tell(`\nCtrl-C ends it; everything is kept for the next start.`);
  await stopWhenAsked(annona);
} catch (error) {
  if (!(error instanceof AnnonaError)) throw error;
  const { code, summary, next, details } = error;
  console.error(`${details ? `${details}\n\n` : ""}${code}: ${summary}\n${next}`);
  process.exitCode = 1;
}

/** Wait for Ctrl-C or the like, or for the chain's own end; then stop everything in order. */
async function stopWhenAsked(annona: Annona): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  const failure = await Promise.race([asked, annona.failed]);
  if (failure === undefined) tell("\nSaving the chain and stopping ...");
  await annona.stop();
  if (failure !== undefined) throw failure;
}

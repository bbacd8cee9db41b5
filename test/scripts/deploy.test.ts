// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import beaconArtifact from "@openzeppelin/contracts/build/contracts/UpgradeableBeacon.json" with {
  type: "json",
};
import { Contract, id, JsonRpcProvider, Wallet } from "ethers";
import { Consortium__factory, Council__factory } from "#bindings/index.ts";
import { parseDeploymentPlan } from "#scripts/deploy/councilPlan.ts";
import { parseDeployment } from "#sdk/bindings/deployments.ts";
import { pause } from "#sdk/relay/connection.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLE = join(PROJECT, "deployments", "plan.example.json");
const CHAIN = 31_399;
/** Council, consortium, accounts, documents; three parts of a programme and two of an agreement, a beacon and a factory for each; funds. */
const CONTRACTS = 14;

describe("deploying to a named network", () => {
  const deployer = Wallet.createRandom();
  let folder: string;
  let chain: Anvil;
  let provider: JsonRpcProvider;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-deploy-"));
    chain = await startAnvil({ chainId: CHAIN });
    provider = new JsonRpcProvider(chain.url, undefined, { cacheTimeout: -1, pollingInterval: 50 });
    await chain.rpc("anvil_setBalance", deployer.address, "0x56bc75e2d63100000");
    await chain.rpc("anvil_mine", "0x7");
  });
  after(async () => {
    provider?.destroy();
    await chain?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function start(...args: string[]) {
    const words = ["scripts/deploy.ts", "--network", "consortium", "--confirmations", "1"];
    const places = ["--deployments", folder, "--journal", join(folder, "journal")];
    const env = { ...process.env, ANNONA_RPC_URL: chain.url, ANNONA_DEPLOYER_KEY: deployer.privateKey };
    const child = spawn(process.execPath, [...words, ...places, ...args], { cwd: PROJECT, env });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    return { child, ended: once(child, "close").then(([code]) => ({ code: code as number | null, said })) };
  }

  test("a plan that does not fit is refused before anything is sent", async () => {
    const plan = JSON.parse(await readFile(EXAMPLE, "utf8"));
    plan.council.members[1].account = "0x1234";
    const file = join(folder, "bad.json");
    await writeFile(file, JSON.stringify(plan));
    const { code, said } = await start("--plan", file).ended;
    assert.equal(code, 1);
    assert.match(said, /DEPLOY-103: .*council\.members\.1\.account: is not an address/);
    assert.equal(await provider.getTransactionCount(deployer.address), 0);
  });

  test("what was cut off goes on, and nothing is deployed twice", { timeout: 180_000 }, async () => {
    const cut = start("--plan", EXAMPLE);
    while ((await provider.getTransactionCount(deployer.address)) < 3) await pause(20);
    cut.child.kill("SIGKILL");
    await cut.ended;
    const sentBefore = await provider.getTransactionCount(deployer.address);
    assert.ok(sentBefore < CONTRACTS, `${sentBefore} of ${CONTRACTS} were sent when it was cut off`);

    const { code, said } = await start("--plan", EXAMPLE).ended;
    assert.equal(code, 0, said);
    assert.equal(await provider.getTransactionCount(deployer.address), CONTRACTS);

    // A third time there is nothing to do, and it says the same.
    const written = await readFile(join(folder, `${CHAIN}.json`), "utf8");
    assert.equal((await start("--plan", EXAMPLE).ended).code, 0);
    assert.equal(await provider.getTransactionCount(deployer.address), CONTRACTS);
    assert.equal(await readFile(join(folder, `${CHAIN}.json`), "utf8"), written);
  });

  test("what was sent and not written down is found on the chain", { timeout: 120_000 }, async () => {
    const file = join(folder, "journal", "journal.jsonl");
    const journal = await readFile(file, "utf8");
    const lines = journal.trimEnd().split("\n");
    const prepared = lines.findLastIndex((line) => line.includes("TRANSACTION_PREPARE_SEND"));
    assert.ok(prepared > 0 && lines.slice(prepared).some((line) => line.includes("TRANSACTION_SEND")));
    await writeFile(file, `${lines.slice(0, prepared + 1).join("\n")}\n`);
    const { code, said } = await start("--plan", EXAMPLE).ended;
    assert.equal(code, 0, said);
    assert.equal(await provider.getTransactionCount(deployer.address), CONTRACTS);
  });

  test("a step that had only just begun when it was cut off begins anew", { timeout: 120_000 }, async () => {
    const file = join(folder, "journal", "journal.jsonl");
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    const begun = lines.findLastIndex((line) => line.includes("DEPLOYMENT_EXECUTION_STATE_INITIALIZE"));
    assert.ok(begun > 0);
    await writeFile(file, `${lines.slice(0, begun + 1).join("\n")}\n`);
    // The contract that it was to deploy had not been sent yet.
    await chain.rpc("anvil_rollback", 1);
    assert.equal(await provider.getTransactionCount(deployer.address), CONTRACTS - 1);
    const { code, said } = await start("--plan", EXAMPLE).ended;
    assert.equal(code, 0, said);
    assert.equal(await provider.getTransactionCount(deployer.address), CONTRACTS);
  });

  test("the council of the plan governs, and whoever deployed has no rights", async () => {
    const deployment = parseDeployment(JSON.parse(await readFile(join(folder, `${CHAIN}.json`), "utf8")));
    const { contracts, chainId, fromBlock } = deployment;
    assert.equal(chainId, CHAIN);
    assert.equal(fromBlock, 7);
    assert.ok(contracts.council);
    const consortium = Consortium__factory.connect(contracts.consortium, provider);
    assert.equal(await consortium.council(), contracts.council);
    for (const address of [contracts.programmeBeacon, contracts.agreementBeacon]) {
      const beacon = new Contract(address ?? "", beaconArtifact.abi, provider);
      assert.equal(await beacon.getFunction("owner")(), contracts.council);
    }
    assert.equal(await consortium.grantDelay(), 2n * 86_400n);

    const council = Council__factory.connect(contracts.council, provider);
    const { council: plan } = parseDeploymentPlan(JSON.parse(await readFile(EXAMPLE, "utf8")));
    assert.deepEqual(
      (await council.members()).map(({ account, nameHash }) => ({ account, nameHash })),
      plan.members,
    );
    assert.equal(plan.members[0]?.nameHash, id("Baobab Relief"));
    const { quorum, upgradeQuorum, delay, upgradeDelay, gracePeriod } = await council.settings();
    assert.deepEqual([quorum, upgradeQuorum, delay, upgradeDelay, gracePeriod].map(Number), [
      2,
      2,
      2 * 86_400,
      14 * 86_400,
      7 * 86_400,
    ]);
    assert.equal(await council.isMember(deployer.address), false);
  });

  test("a network that the configuration does not have is refused with what to do", async () => {
    const words = ["scripts/deploy.ts", "--network", "nowhere", "--plan", EXAMPLE];
    const child = spawn(process.execPath, words, { cwd: PROJECT });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const [code] = await once(child, "close");
    assert.equal(code, 1);
    assert.match(said, /DEPLOY-104: The network nowhere cannot be used/);
  });
});

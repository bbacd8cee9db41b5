// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JsonRpcProvider, Wallet } from "ethers";
import { buildContracts } from "#scripts/house/contracts.ts";
import { parseDeployment } from "#sdk/bindings/deployments.ts";
import { pause } from "#sdk/relay/connection.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";
import { startExplorer } from "#test/support/explorer.ts";
import { type SourceJudge, type Submission, startSourceJudge } from "#test/support/sourceJudge.ts";
import { type Answer, hasTerminal, talkTo } from "#test/support/terminal.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const PLAN = join(PROJECT, "deployments", "plan.example.json");
const HARDHAT = join(PROJECT, "node_modules", "hardhat", "dist", "src", "cli.js");
const CHAIN = 31_401;
const CONTRACTS = 14;
/** Of those, the two beacons are OpenZeppelin's own build. */
const COMPILED_HERE = 12;
const CONFIRMATIONS = 3;
const PASSWORD = "twelve grey pelicans";
const PASSWORD_ASKED = /Enter the password: /;
const SECRET_ASKED = /Enter secret to store in the \w+ keystore: /;
/** One with settings of its own, one whose constructor takes lists, one with many fixed addresses. */
const FEW = /:(Programme|Council|DonorFundFactory)$/;
/** Quickly compiled. */
const SMALL = /:(DocumentRegistry|ProgrammeFactory)$/;
/** What makes Hardhat leave its keystore alone. */
const OF_SERVERS = ["CI", "GITHUB_ACTIONS", "CONTINUOUS_INTEGRATION", "BUILD_NUMBER", "RUN_ID", "NOW"];

describe("deploying to a network with blocks of its own pace, keys in Hardhat's keystore", {
  timeout: 900_000,
}, () => {
  const deployer = Wallet.createRandom();
  let folder: string;
  let chain: Anvil;
  let provider: JsonRpcProvider;
  let judge: SourceJudge;
  /** What the first explorer was handed, by address. */
  let published: ReadonlyMap<string, Submission> = new Map();

  before(async () => {
    await buildContracts();
    folder = await mkdtemp(join(tmpdir(), "annona-named-"));
    chain = await startAnvil({ chainId: CHAIN, blockTime: 1 });
    provider = new JsonRpcProvider(chain.url, undefined, { cacheTimeout: -1, pollingInterval: 50 });
    await chain.rpc("anvil_setBalance", deployer.address, "0x56bc75e2d63100000");
    judge = startSourceJudge(chain.rpc);
  });
  after(async () => {
    provider?.destroy();
    await judge?.end();
    await chain?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** @param home Where this person's keystores are. */
  function environment(home: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const here = join(folder, home);
    const env: NodeJS.ProcessEnv = { ...process.env, HOME: here, XDG_CONFIG_HOME: here, ...more };
    for (const name of [...OF_SERVERS, "ANNONA_RPC_URL", "ANNONA_DEPLOYER_KEY"]) delete env[name];
    return env;
  }

  function keep(
    home: string,
    name: string,
    answers: readonly Answer[],
    isTerminal: boolean,
    ...more: string[]
  ) {
    const words = [HARDHAT, "keystore", "set", name, ...more];
    return talkTo(words, { cwd: PROJECT, env: environment(home), answers, isTerminal }).ended;
  }

  function deploy(
    home: string,
    answers: readonly Answer[],
    isTerminal: boolean,
    more: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ) {
    const words = ["scripts/deploy.ts", "--network", "consortium", "--plan", PLAN];
    const places = ["--deployments", folder, "--journal", join(folder, "journal")];
    const waits = ["--confirmations", String(CONFIRMATIONS)];
    const talk = { cwd: PROJECT, env: environment(home, env), answers, isTerminal };
    return talkTo([...words, ...places, ...waits, ...more], talk);
  }

  const sent = () => provider.getTransactionCount(deployer.address);

  async function deployment() {
    return parseDeployment(JSON.parse(await readFile(join(folder, `${CHAIN}.json`), "utf8")));
  }

  /** The block in which a contract came to be. */
  async function blockOf(address: string): Promise<number> {
    const head = await provider.getBlockNumber();
    for (let number = 0; number <= head; number++) {
      if ((await provider.getCode(address, number)) !== "0x") return number;
    }
    throw new Error(`${address} has no code`);
  }

  test("a person keeps address and key in the keystore, at a terminal", { skip: !hasTerminal }, async () => {
    const first = await keep(
      "person",
      "ANNONA_RPC_URL",
      [
        [PASSWORD_ASKED, PASSWORD],
        [/confirm your password: /i, PASSWORD],
        [SECRET_ASKED, chain.url],
      ],
      true,
    );
    assert.equal(first.code, 0, first.said);
    const second = await keep(
      "person",
      "ANNONA_DEPLOYER_KEY",
      [
        [PASSWORD_ASKED, PASSWORD],
        [SECRET_ASKED, deployer.privateKey],
      ],
      true,
    );
    assert.equal(second.code, 0, second.said);
    // Neither the screen nor the file has any of it in clear.
    const file = join(folder, "person", "hardhat-nodejs", "keystore.json");
    for (const text of [first.said, second.said, await readFile(file, "utf8")]) {
      for (const secret of [PASSWORD, deployer.privateKey, chain.url])
        assert.ok(!text.includes(secret), text);
    }
  });

  test("a wrong password is refused with what to do, and nothing is sent", {
    skip: !hasTerminal,
  }, async () => {
    const { code, said } = await deploy("person", [[PASSWORD_ASKED, "twelve grey herons"]], true).ended;
    assert.equal(code, 1);
    assert.match(said, /DEPLOY-104: .*password/i);
    assert.equal(await sent(), 0);
  });

  test("the password opens it for the whole deployment, which is cut off half-way", {
    skip: !hasTerminal,
  }, async () => {
    const cut = deploy("person", [[PASSWORD_ASKED, PASSWORD]], true);
    while ((await sent()) < 3 && cut.child.exitCode === null) await pause(100);
    cut.kill();
    const { said } = await cut.ended;
    assert.match(said, new RegExp(`Chain ${CHAIN}, deployed by ${deployer.address}`));
    assert.equal(said.match(new RegExp(PASSWORD_ASKED, "g"))?.length, 1, said);
    assert.ok((await sent()) < CONTRACTS, `${await sent()} of ${CONTRACTS} were sent when it was cut off`);
    await assert.rejects(stat(join(folder, `${CHAIN}.json`)), { code: "ENOENT" });
  });

  test("a script goes on with it, with a keystore that needs nobody, and nothing is deployed twice", async () => {
    for (const [name, value] of [
      ["ANNONA_RPC_URL", chain.url],
      ["ANNONA_DEPLOYER_KEY", deployer.privateKey],
    ] as const) {
      const { code, said } = await keep("script", name, [[SECRET_ASKED, value]], false, "--dev");
      assert.equal(code, 0, said);
    }
    const { code, said } = await deploy("script", [], false).ended;
    assert.equal(code, 0, said);
    assert.equal(await sent(), CONTRACTS);
  });

  test("what rests on a contract was sent only after its confirmations", async () => {
    const { contracts } = await deployment();
    const { council, consortium, accounts, programmeBeacon, programmeFactory, donorFundFactory } = contracts;
    const chainOfWaiting = [
      council,
      consortium,
      accounts,
      programmeBeacon,
      programmeFactory,
      donorFundFactory,
    ];
    const blocks: number[] = [];
    for (const address of chainOfWaiting) blocks.push(await blockOf(address ?? ""));
    for (const [i, block] of blocks.slice(1).entries()) {
      const before = blocks[i] ?? 0;
      assert.ok(
        block - before >= CONFIRMATIONS,
        `${blocks}: ${CONFIRMATIONS} confirmations were not awaited`,
      );
    }
  });

  test("etherscan compiles all sources to exactly the code on the chain, at the first attempt", async () => {
    const explorer = await startExplorer({ judge });
    const { code, said } = await publish("etherscan", `${explorer.url}/api`);
    await explorer.stop();
    assert.equal(code, 0, said);
    assert.equal(explorer.verified.size, COMPILED_HERE, said);
    assert.equal(explorer.handedIn.length, COMPILED_HERE, "nothing was handed in twice");
    assert.deepEqual([...explorer.keys], ["a key for the explorer"]);
    assert.equal(said.match(/not compiled here/g)?.length, 2);
    assert.equal(await sent(), CONTRACTS);
    published = explorer.verified;
    const { programmeBeacon, agreementBeacon, ...others } = (await deployment()).contracts;
    const has = (address: unknown) => published.has(String(address).toLowerCase());
    for (const [name, address] of Object.entries(others)) assert.ok(has(address), name);
    assert.ok(!has(programmeBeacon) && !has(agreementBeacon));
  });

  // The other two have most of it already, and are handed a few: sources that were compiled for the first one are not compiled again.

  test("sourcify is handed the same sources of what it does not have", async () => {
    const explorer = await startExplorer({ judge, known: publishedBut(FEW) });
    const { code, said } = await publish("sourcify", explorer.url);
    await explorer.stop();
    assert.equal(code, 0, said);
    assert.equal(explorer.verified.size, COMPILED_HERE, said);
    assert.equal(explorer.handedIn.length, 3);
    assert.equal(judge.compilations(), COMPILED_HERE, "the same sources as those that were compiled");
  });

  test("so is blockscout; what it does not compile to the code on the chain it is handed once more, and is named", async () => {
    const known = publishedBut(new RegExp(`${FEW.source}|${SMALL.source}`));
    const explorer = await startExplorer({ judge, known, unoptimized: SMALL });
    const { code, said } = await publish("blockscout", `${explorer.url}/api`);
    await explorer.stop();
    assert.equal(code, 1, said);
    assert.match(said, /DEPLOY-202: .*the sources of 2 could not be published/);
    for (const name of ["DocumentRegistry", "ProgrammeFactory"])
      assert.match(said, new RegExp(`:${name}: HHE\\d+: The contract verification failed`));
    assert.equal(explorer.verified.size, COMPILED_HERE - 2, said);
    assert.equal(explorer.handedIn.length, 3 + 2 * 2);
    assert.equal(judge.compilations(), COMPILED_HERE + 2 * 2, "only what was refused was compiled");
  });

  function publishedBut(contracts: RegExp) {
    return [...published].filter(([, { contract }]) => !contracts.test(contract));
  }

  function publish(kind: string, api: string) {
    const env = { ETHERSCAN_API_KEY: "a key for the explorer" };
    return deploy("script", [], false, ["--verify", kind, "--explorer-api", api], env).ended;
  }
});

// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { JsonRpcProvider, id as keccakOfText, Wallet } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { ContractRefusal } from "#sdk/errors/contractErrors.ts";
import { buildOpening, type Commitment, type Opening } from "#sdk/list/index.ts";
import { pushOpening, RelayError, type RelayProgress } from "#sdk/relay/index.ts";
import { openOffice, type TestOffice } from "./support/office.ts";

const CHUNKS = 6;
const HOUSEHOLDS = CHUNKS * 256 - 100;
const QUICK = { pollInterval: 10 };

describe("the relayer", () => {
  let office: TestOffice;
  let registry: string;
  let openings = 0;

  before(async () => {
    office = await openOffice();
    registry = office.suite.deployment.contracts.accounts;
  });
  after(() => office?.stop());

  /** Announce an opening of households that nobody has opened before. */
  async function announce(): Promise<{ opening: Opening; id: number }> {
    openings += 1;
    const commitments = Array.from(
      { length: HOUSEHOLDS },
      (_, i) => keccakOfText(`${openings} ${i}`) as Commitment,
    );
    const { organisation, people, suite } = office;
    const opening = await buildOpening(commitments, { chainId: suite.chainId, registry, organisation });
    const args = [openings, organisation, opening.root, opening.count, 1] as const;
    const data = suite.accounts.interface.encodeFunctionData("announceOpening", [...args]);
    await signAndSend(people.custodian, { to: registry, data });
    return { opening, id: openings };
  }
  const pushed = async (id: number): Promise<number> =>
    Number((await office.suite.accounts.openingOf(id)).pushedChunks);

  test("progress counts chunks that are on the chain, from none to all", async () => {
    const { opening, id } = await announce();
    const seen: RelayProgress[] = [];
    const summary = await pushOpening(office.people.relayer, registry, id, opening.chunks, {
      ...QUICK,
      onProgress: (progress) => seen.push(progress),
    });
    assert.deepEqual([summary.total, summary.sent, summary.transactions], [CHUNKS, CHUNKS, CHUNKS]);
    assert.deepEqual(
      [...new Set(seen.map(({ done }) => done))],
      Array.from({ length: CHUNKS + 1 }, (_, i) => i),
    );
    assert.equal(await pushed(id), CHUNKS);
  });

  test("pushing again sends nothing", async () => {
    const { opening, id } = await announce();
    await pushOpening(office.people.relayer, registry, id, opening.chunks, QUICK);
    const again = await pushOpening(office.people.relayer, registry, id, opening.chunks, QUICK);
    assert.deepEqual([again.sent, again.transactions], [0, 0]);
  });

  test("stopped by its caller it says so, and the next call goes on", async () => {
    const { opening, id } = await announce();
    const stopping = new AbortController();
    const first = pushOpening(office.people.relayer, registry, id, opening.chunks, {
      ...QUICK,
      inFlight: 1,
      signal: stopping.signal,
      onProgress: ({ done }) => done === 2 && stopping.abort(),
    });
    await assert.rejects(first, { code: "RELAY-103" });
    assert.equal(await pushed(id), 2);
    const rest = await pushOpening(office.people.relayer, registry, id, opening.chunks, QUICK);
    assert.equal(rest.sent, CHUNKS - 2);
  });

  test("two relayers at once: each chunk counts once, and both come to their end", async () => {
    const { opening, id } = await announce();
    const { relayer, donor } = office.people;
    const push = (signer: Wallet) => pushOpening(signer, registry, id, opening.chunks, QUICK);
    const [one, other] = await Promise.all([push(relayer), push(donor)]);
    assert.equal(one.sent + other.sent, CHUNKS);
    assert.equal(await pushed(id), CHUNKS);
  });

  test("a chunk that is not in the signed list ends the run with the contract's own words", async () => {
    const { opening, id } = await announce();
    const [first, ...rest] = opening.chunks;
    assert.ok(first);
    const forged = { ...first, payload: first.payload.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) };
    await assert.rejects(
      pushOpening(office.people.relayer, registry, id, [forged, ...rest], QUICK),
      (error) => error instanceof ContractRefusal && error.error === "BeneficiaryAccounts_ChunkNotInOpening",
    );
    assert.equal(await pushed(id), CHUNKS - 1, "the good ones got through");
  });

  test("a chain that does not come back ends the patience", async () => {
    const { opening, id } = await announce();
    const nowhere = new JsonRpcProvider("http://127.0.0.1:9", office.suite.chainId, { staticNetwork: true });
    const signer = new Wallet(office.people.relayer.privateKey, nowhere);
    const run = pushOpening(signer, registry, id, opening.chunks, { ...QUICK, patience: 1 });
    await assert.rejects(run, (error) => error instanceof RelayError && error.code === "RELAY-101");
    nowhere.destroy();
  });

  /** Push chunk by chunk, and have the chain go back on its newest blocks once so many chunks are there. */
  async function pushThrough(reorg: { readonly at: number; readonly depth: number }): Promise<void> {
    const { opening, id } = await announce();
    let forked: Promise<unknown> | undefined;
    const started = Date.now();
    await pushOpening(office.people.relayer, registry, id, opening.chunks, {
      ...QUICK,
      inFlight: 2,
      onProgress: ({ done }) => {
        if (done >= reorg.at) forked ??= office.chain.rpc("anvil_reorg", reorg.depth, []);
      },
    });
    await forked;
    assert.ok(forked !== undefined, "the chain went back while the relayer was at work");
    assert.equal(await pushed(id), CHUNKS);

    assert.ok(Date.now() - started < 15_000, `it took ${Date.now() - started} ms`);
  }

  test("transactions that vanish in a reorganisation are sent again at once", async () => {
    for (const at of [2, 3, 4]) await pushThrough({ at, depth: 2 });
  });

  test("also when an earlier run had sent them", async () => {
    const { opening, id } = await announce();
    const stopping = new AbortController();
    const first = pushOpening(office.people.relayer, registry, id, opening.chunks, {
      ...QUICK,
      inFlight: 1,
      signal: stopping.signal,
      onProgress: ({ done }) => done === 2 && stopping.abort(),
    });
    await assert.rejects(first, { code: "RELAY-103" });
    let forked: Promise<unknown> | undefined;
    const started = Date.now();
    await pushOpening(office.people.relayer, registry, id, opening.chunks, {
      ...QUICK,
      inFlight: 1,
      onProgress: ({ done }) => {
        if (done === 3) forked ??= office.chain.rpc("anvil_reorg", 3, []);
      },
    });
    await forked;
    assert.equal(await pushed(id), CHUNKS);
    assert.ok(Date.now() - started < 20_000, `it took ${Date.now() - started} ms`);
  });

  test("somebody without money for gas is told so at once", async () => {
    const { opening, id } = await announce();
    const poor = Wallet.createRandom(office.suite.provider);
    const run = pushOpening(
      new Wallet(poor.privateKey, office.suite.provider),
      registry,
      id,
      opening.chunks,
      QUICK,
    );
    await assert.rejects(run, { code: "INSUFFICIENT_FUNDS" });
  });
});

// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type HDNodeWallet, JsonRpcProvider, id as keccakOfText, TypedDataEncoder, Wallet } from "ethers";
import { Consortium__factory, type ICouncil, ICouncil__factory } from "#bindings/index.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { memberOf } from "#scripts/deploy/councilPlan.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { foundAgency } from "#scripts/seed/consortium.ts";
import { decideAlone, seatCouncil } from "#scripts/seed/council.ts";
import { openPeople, type People } from "#scripts/seed/people.ts";
import { suiteOn } from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { keyCheckOf } from "#sdk/list/index.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";
import { deploySafes, type TestSafe } from "./support/safes.ts";

const DAY = 86_400;
const LOCAL_CHAIN = 31_337;
const WHY = keccakOfText("Date Palm Trust joins the consortium");
const APPROVAL = {
  Approval: [
    { name: "proposalId", type: "uint256" },
    { name: "proposalHash", type: "bytes32" },
    { name: "epoch", type: "uint32" },
    { name: "member", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

describe("a council of two Safes and a key decides", () => {
  let folder: string;
  let chain: Anvil;
  let provider: JsonRpcProvider;
  let people: People;
  let baobab: TestSafe;
  let cedar: TestSafe;
  let deployment: Deployment;
  let council: ICouncil;
  const owners = Array.from({ length: 6 }, () => Wallet.createRandom() as HDNodeWallet);
  const ownersOf = (...places: number[]) =>
    places.map((i) => new Wallet((owners[i] as HDNodeWallet).privateKey));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-council-"));
    chain = await startAnvil();
    provider = new JsonRpcProvider(chain.url, undefined, { cacheTimeout: -1, pollingInterval: 50 });
    people = openPeople(provider);
    const makeSafe = await deploySafes(people.relayer);
    baobab = await makeSafe(ownersOf(0, 1, 2), 2);
    cedar = await makeSafe(ownersOf(3, 4, 5), 2);
    deployment = await deployCore({
      provider,
      deployer: people.relayer.address,
      council: {
        members: [
          memberOf("Baobab Relief", baobab.address),
          memberOf("Cedar Foundation", cedar.address),
          memberOf("Acacia Aid", people.council.address),
        ],
        settings: {
          quorum: 2,
          upgradeQuorum: 2,
          delay: 2 * DAY,
          upgradeDelay: 14 * DAY,
          gracePeriod: 7 * DAY,
        },
      },
      grantDelay: 0,
      journal: join(folder, "journal"),
    });
    council = ICouncil__factory.connect(deployment.contracts.council ?? "", provider);
  });
  after(async () => {
    provider?.destroy();
    await chain?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const calls = () => [
    {
      target: deployment.contracts.consortium,
      data: Consortium__factory.createInterface().encodeFunctionData("admit", [
        "Date Palm Trust",
        0,
        "",
        people.administrator.address,
      ]),
    },
  ];
  const call = async (name: "propose" | "approve" | "execute" | "approveBySignature", args: unknown[]) => ({
    to: await council.getAddress(),
    data: council.interface.encodeFunctionData(name as "approve", args as [bigint, string]),
  });

  async function digestOf(member: string, hash: string, deadline: number): Promise<string> {
    const { chainId } = await provider.getNetwork();
    const verifyingContract = await council.getAddress();
    const domain = { name: "Annona Council", version: "1", chainId, verifyingContract };
    const [epoch, nonce] = await Promise.all([council.epoch(), council.nonceOf(member)]);
    return TypedDataEncoder.hash(domain, APPROVAL, {
      proposalId: 1,
      proposalHash: hash,
      epoch,
      member,
      nonce,
      deadline,
    });
  }

  test("a Safe proposes, another signs off chain, and after the delay anybody executes", async () => {
    const deadline = Math.floor(Date.now() / 1000) + 30 * DAY;
    await baobab.execute(
      await call("propose", [calls(), WHY, "ipfs://rationale"]),
      ownersOf(0, 2),
      people.relayer,
    );
    const { hash, proposer } = await council.proposalOf(1);
    assert.equal(proposer, baobab.address);
    assert.equal(hash, await council.hashProposal(1, calls(), WHY));

    // One owner of two is not the Safe.
    const digest = await digestOf(cedar.address, hash, deadline);
    const tooFew = await cedar.sign(digest, ownersOf(3));
    await assert.rejects(
      signAndSend(
        people.relayer,
        await call("approveBySignature", [1, hash, cedar.address, deadline, tooFew]),
      ),
      (error) => contractRefusal(error)?.error === "Council_SignatureInvalid",
    );

    const signature = await cedar.sign(digest, ownersOf(5, 3));
    const receipt = await signAndSend(
      people.relayer,
      await call("approveBySignature", [1, hash, cedar.address, deadline, signature]),
    );
    assert.equal(await council.approves(1, cedar.address), true);
    // As much as a key's signature, and what the Safe's own check of two signatures takes.
    assert.ok(receipt.gasUsed < 150_000n, `${receipt.gasUsed} gas`);

    const execute = await call("execute", [1, calls(), WHY]);
    await assert.rejects(
      signAndSend(people.donor, execute),
      (error) => contractRefusal(error)?.summary === "Proposal 1 is queued, and this cannot be done now.",
    );
    await chain.rpc("evm_increaseTime", 2 * DAY);
    await chain.rpc("evm_mine");
    await signAndSend(people.donor, execute);
    const consortium = Consortium__factory.connect(deployment.contracts.consortium, provider);
    assert.equal((await consortium.organisationOf(1)).name, "Date Palm Trust");
  });
});

describe("the council of the demonstration", () => {
  let folder: string;
  let chain: Anvil;
  let provider: JsonRpcProvider;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-seats-"));
    chain = await startAnvil();
    provider = new JsonRpcProvider(chain.url, LOCAL_CHAIN, { cacheTimeout: -1, pollingInterval: 50 });
  });
  after(async () => {
    provider?.destroy();
    await chain?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("begins with one member who decides at once, and then takes two of three", async () => {
    const people = openPeople(provider);
    const founder = people.council;
    const deployment = await deployCore({
      provider,
      deployer: people.relayer.address,
      council: founder.address,
      grantDelay: 0,
      journal: join(folder, "journal"),
    });
    const suite = suiteOn(provider, deployment);
    assert.equal(await foundAgency(suite, people, "Baobab Relief", new Uint8Array(32).fill(1)), 1);
    assert.equal(await suite.consortium.holds(1, 7, people.guardian.address), true);
    assert.equal(await suite.accounts.keyCheckOf(1), await keyCheckOf(new Uint8Array(32).fill(1)));
    await seatCouncil(suite, people);

    const council = ICouncil__factory.connect(deployment.contracts.council ?? "", founder);
    const seats = (await council.members()).map(({ account }) => account);
    const expected = [founder, people["council-2"], people["council-3"]].map(({ address }) => address);
    assert.deepEqual(seats.toSorted(), expected.toSorted());
    const suspension = [
      {
        target: deployment.contracts.consortium,
        data: suite.consortium.interface.encodeFunctionData("suspend", [1]),
      },
    ];
    await assert.rejects(
      decideAlone(suite, founder, suspension, "One alone"),
      (error) => contractRefusal(error)?.error === "Council_WrongState",
    );
    const id = await council.proposals();
    const { hash } = await council.proposalOf(id);
    await (await council.connect(people["council-2"]).approve(id, hash)).wait();
    await (await council.execute(id, suspension, keccakOfText("One alone"))).wait();
    assert.equal((await suite.consortium.organisationOf(1)).isSuspended, true);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { ethers } from "ethers";
import { Council__factory } from "#bindings/index.ts";
import { gasOf, type World } from "./world.ts";

const MEMBERS = 7;
const DAY = 86_400;
const TYPES = {
  Approval: [
    { name: "proposalId", type: "uint256" },
    { name: "proposalHash", type: "bytes32" },
    { name: "epoch", type: "uint32" },
    { name: "member", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** Gas of a decision in a council of seven, of whom four decide: proposing, approving by transaction and by signature, executing. */
export async function measureCouncil(world: World): Promise<Record<string, number>> {
  const { relayer, chainId, token } = world;
  const keys = Array.from({ length: MEMBERS - 2 }, () => ethers.Wallet.createRandom());
  const { preparer, approver } = world.officers;
  const members = [preparer.address, approver.address, ...keys.map(({ address }) => address)];
  const council = await new Council__factory(relayer).deploy(
    members.map((account) => ({ account, nameHash: ethers.id(account) })),
    { quorum: 4, upgradeQuorum: 5, delay: DAY, upgradeDelay: 14 * DAY, gracePeriod: 7 * DAY },
  );
  const domain = {
    name: "Annona Council",
    version: "1",
    chainId,
    verifyingContract: await council.getAddress(),
  };
  const call = {
    target: await token.getAddress(),
    data: token.interface.encodeFunctionData("mint", [relayer.address, 1]),
  };
  const why = ethers.id("why");
  const propose = await gasOf(council.connect(preparer).propose([call], why, "ipfs://rationale"));
  const hash = await council.hashProposal(1, [call], why);
  const approve = await gasOf(council.connect(approver).approve(1, hash));

  const deadline = (await world.now()) + DAY;
  const bySignature = async (signer: ethers.HDNodeWallet | undefined): Promise<number> => {
    if (signer === undefined) throw new Error("the council has too few keys");
    const approval = {
      proposalId: 1,
      proposalHash: hash,
      epoch: 1,
      member: signer.address,
      nonce: 0,
      deadline,
    };
    const signature = await signer.signTypedData(domain, TYPES, approval);
    return await gasOf(council.approveBySignature(1, hash, signer.address, deadline, signature));
  };
  const sign = await bySignature(keys[0]);
  const signLast = await bySignature(keys[1]);
  await world.reach(Number((await council.proposalOf(1)).readyAt));
  const execute = await gasOf(council.execute(1, [call], why));
  return {
    "council.propose": propose,
    "council.approve": approve,
    "council.sign": sign,
    "council.sign.last": signLast,
    "council.execute": execute,
  };
}

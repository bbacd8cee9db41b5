// SPDX-License-Identifier: Apache-2.0
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { ethers } from "ethers";
import { MerkleClaim__factory, PushDisperse__factory } from "#bindings/index.ts";
import { gasOf, mined, type World } from "./world.ts";

const AMOUNT = 120_000n;
const RECIPIENTS = 200;
/** Depth 14, as for a list of about 16,000 households. */
const CLAIMANTS = 16_384;

/** Gas a household of what others do: a transfer each, pushing to many at once, a Merkle claim each. */
export async function measurePeers(world: World): Promise<Record<string, number>> {
  const { token, relayer } = world;
  await mined(token.mint(relayer, 10n ** 15n));
  const tokens = token.connect(relayer);
  const holder = ethers.Wallet.createRandom().address;
  const fresh = await gasOf(tokens.transfer(holder, AMOUNT));
  const existing = await gasOf(tokens.transfer(holder, AMOUNT));

  const disperse = await new PushDisperse__factory(relayer).deploy();
  await mined(tokens.approve(disperse, ethers.MaxUint256));
  const recipients = Array.from({ length: RECIPIENTS }, () => ethers.Wallet.createRandom().address);
  const amounts = recipients.map(() => AMOUNT);
  const push = () =>
    gasOf(disperse.disperse(token, recipients, amounts)).then((gas) => Math.round(gas / RECIPIENTS));
  const pushFresh = await push();
  const pushExisting = await push();

  const leaves = Array.from(
    { length: CLAIMANTS },
    (_, i) => [i, recipients[i % RECIPIENTS] as string, AMOUNT] as const,
  );
  const tree = StandardMerkleTree.of(
    leaves.map((leaf) => [...leaf]),
    ["uint256", "address", "uint256"],
  );
  const claims = await new MerkleClaim__factory(relayer).deploy(token, tree.root);
  await mined(tokens.transfer(claims, AMOUNT * 10n));
  const claim = (i: number) =>
    gasOf(claims.claim(i, recipients[i % RECIPIENTS] as string, AMOUNT, tree.getProof(i)));
  await claim(0);

  return {
    "push.erc20": existing,
    "push.erc20.fresh": fresh,
    "push.disperse": pushExisting,
    "push.disperse.fresh": pushFresh,
    "claim.merkle": await claim(1),
  };
}

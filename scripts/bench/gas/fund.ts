// SPDX-License-Identifier: Apache-2.0
import { ethers } from "ethers";
import { DonorFund__factory, IBudget__factory, WrappedEther__factory } from "#bindings/index.ts";
import { gasOf, mined, type World } from "./world.ts";

const REFERENCE = ethers.encodeBytes32String("GRANT-7");
const MILLION = 10n ** 12n;

/**
 * Gas a call of a donor fund: contributions to a fund that is in use, an allocation with both officers' transactions, and a
 * return as the programme's officers make it. `first` is what comes once: the first money for a recipient.
 */
export async function measureFund(world: World): Promise<Record<string, number>> {
  const { token, programme, officers, relayer } = world;
  const wrapper = await new WrappedEther__factory(relayer).deploy();
  const start = async (asset: ethers.AddressLike) =>
    await new DonorFund__factory(relayer).deploy(
      {
        consortium: world.consortium,
        programmes: world.programmeFactory,
        agreements: world.programmeFactory,
        wrappedEther: wrapper,
      },
      world.organisation,
      asset,
      "Bench fund",
    );
  const fund = (await start(token)).connect(officers.finance);
  await world.act("finance", encodeBudget("recordSource", [await fund.getAddress(), ethers.ZeroHash]));
  await mined(token.connect(officers.finance).approve(fund, ethers.MaxUint256));

  const none = ethers.ZeroAddress;
  const first = await gasOf(fund.contribute(MILLION, programme, REFERENCE));
  await mined(fund.contribute(MILLION, none, REFERENCE));
  const contribute = await gasOf(fund.contribute(MILLION, none, REFERENCE));
  const earmarked = await gasOf(fund.contribute(MILLION, programme, REFERENCE));

  const inEther = (await start(wrapper)).connect(relayer);
  const value = ethers.parseEther("1");
  await mined(inEther.contributeEther(none, REFERENCE, { value }));
  const ether = await gasOf(inEther.contributeEther(none, REFERENCE, { value }));

  const allocate = async (amount: bigint) => {
    const id = await fund.nextAllocationId();
    const act = fund.interface.encodeFunctionData("allocate", [
      id,
      await programme.getAddress(),
      amount,
      REFERENCE,
    ]);
    const proposed = await mined(fund.proposeAct(act));
    const log = proposed.logs.map((entry) => fund.interface.parseLog(entry)).find((entry) => entry !== null);
    const approved = await gasOf(fund.connect(officers.approver).approveAct(log?.args.actId, act));
    return Number(proposed.gasUsed) + approved;
  };
  await allocate(MILLION);
  const allocateEarmarked = await allocate(MILLION / 2n);
  const allocateBoth = await allocate(MILLION);
  const allocateUnearmarked = await allocate(MILLION / 2n);

  const back = encodeBudget("returnUnspent", [MILLION / 4n, await fund.getAddress()]);
  const returned = await world.act("finance", back);

  return {
    "fund.contribute": contribute,
    "fund.contribute.earmarked": earmarked,
    "fund.contribute.first": first,
    "fund.contribute.ether": ether,
    "fund.allocate": allocateUnearmarked,
    "fund.allocate.earmarked": allocateEarmarked,
    "fund.allocate.both": allocateBoth,
    "fund.return": returned,
  };
}

function encodeBudget(name: "recordSource" | "returnUnspent", values: readonly unknown[]): string {
  return new ethers.Interface(IBudget__factory.abi).encodeFunctionData(name, values);
}

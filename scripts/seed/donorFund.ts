// SPDX-License-Identifier: Apache-2.0
import {
  encodeBytes32String,
  keccak256,
  parseEther,
  Signature,
  toUtf8Bytes,
  type Wallet,
  ZeroAddress,
} from "ethers";
import { DemoDollar__factory, IDonorFund__factory, IDonorFundFactory__factory } from "#bindings/index.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { acts, type ProgrammeHandle, type Suite } from "#sdk/agency/index.ts";
import type { Agency } from "./demoMonth.ts";
import type { People } from "./people.ts";
import { actTogether, mintDollars } from "./programme.ts";

const FUND = IDonorFund__factory.createInterface();
const DOLLAR = DemoDollar__factory.createInterface();
const PERMIT_SECONDS = 3_600;

interface PaidAgreement {
  readonly address: string;
  /** Of the agency that made it. */
  readonly officers: Pick<People, "finance" | "approver">;
}

/** What the fund pays: a programme of its own agency, and an agreement of another one. */
export interface Recipients {
  readonly market: ProgrammeHandle;
  readonly agreement: PaidAgreement;
}

interface Gift {
  readonly donor: Wallet;
  /** Millionths of a dollar. */
  readonly amount: bigint;
  readonly reference: string;
  /** The only recipient that it is for; any, when absent. */
  readonly earmark?: string;
}

/**
 * Three donors give to a fund of the agency, one of them for its programme alone, one with a signed permit in place of an approval; two officers
 * allocate to the programme and to the agreement.
 * @param dollar Address of the token that the fund holds.
 */
export async function seedFund(agency: Agency, dollar: string, recipients: Recipients): Promise<void> {
  const { suite, people } = agency;
  const { market, agreement } = recipients;
  const fund = await createFund(agency, dollar, "River valley solidarity fund");
  const reason = keccak256(toUtf8Bytes("Grant agreement, River valley solidarity fund"));
  const source = acts.recordSource(fund, reason);
  await actTogether(people.finance, people.approver, market.address, source);
  await actTogether(agreement.officers.finance, agreement.officers.approver, agreement.address, source);

  const [first, second, third] = [people["donor-2"], people.donor, people["donor-3"]];
  await giveWithPermit(suite, people, fund, dollar, {
    donor: first,
    amount: 250_000_000n,
    reference: "GIFT-250",
  });
  await give(people, fund, dollar, { donor: second, amount: 40_000_000_000n, reference: "MFA-2026-014" });
  await allocate(agency, fund, market.address, 2_000_000_000n, "RIVER-VALLEY-1");
  await allocate(agency, fund, agreement.address, 29_500_000_000n, "BOREHOLES-1");
  await give(people, fund, dollar, {
    donor: third,
    amount: 6_000_000_000n,
    reference: "SOLIDARITY-77",
    earmark: market.address,
  });
  await allocate(agency, fund, market.address, 6_000_000_000n, "RIVER-VALLEY-2");
}

/**
 * Somebody gives ether to a fund that keeps it as the chain's token for ether; two officers allocate most of it to an agreement in it.
 * @param ether Address of that token.
 */
export async function seedEtherFund(agency: Agency, ether: string, agreement: PaidAgreement): Promise<void> {
  const fund = await createFund(agency, ether, "Clean water fund, in ether");
  const source = acts.recordSource(fund, keccak256(toUtf8Bytes("Grant agreement, Clean water fund")));
  await actTogether(agreement.officers.finance, agreement.officers.approver, agreement.address, source);
  const data = FUND.encodeFunctionData("contributeEther", [ZeroAddress, encodeBytes32String("ETHER-GIFT")]);
  await signAndSend(agency.people["donor-4"], { to: fund, data, value: parseEther("4.5") });
  await allocate(agency, fund, agreement.address, 4_000_000n, "SOLAR-PUMPS-1");
}

/** Create a fund as the agency's administrator. @returns its address. */
export async function createFund(
  { suite, people, organisation }: Pick<Agency, "suite" | "people" | "organisation">,
  asset: string,
  name: string,
): Promise<string> {
  const to = suite.deployment.contracts.donorFundFactory;
  if (to === undefined) throw new Error("The deployment has no factory of donor funds.");
  const face = IDonorFundFactory__factory.createInterface();
  const data = face.encodeFunctionData("createFund", [organisation, asset, name]);
  const { logs } = await signAndSend(people.administrator, { to, data });
  for (const log of logs) {
    const event = face.parseLog(log);
    if (event?.name === "FundCreated") return event.args.fund as string;
  }
  throw new Error("A fund was made and its event is missing.");
}

/** Give as donors do who approve the tokens first. */
async function give(people: People, fund: string, dollar: string, gift: Gift): Promise<void> {
  const { donor, amount, reference, earmark = ZeroAddress } = gift;
  await mintDollars(people, dollar, amount, donor.address);
  await signAndSend(donor, { to: dollar, data: DOLLAR.encodeFunctionData("approve", [fund, amount]) });
  const given = [amount, earmark, encodeBytes32String(reference)] as const;
  await signAndSend(donor, { to: fund, data: FUND.encodeFunctionData("contribute", [...given]) });
}

/** Give in one transaction, with a signed approval of the tokens (ERC-2612). */
async function giveWithPermit(
  suite: Suite,
  people: People,
  fund: string,
  dollar: string,
  { donor, amount, reference, earmark = ZeroAddress }: Gift,
): Promise<void> {
  await mintDollars(people, dollar, amount, donor.address);
  const token = DemoDollar__factory.connect(dollar, suite.provider);
  const block = await suite.provider.getBlock("latest");
  const deadline = (block?.timestamp ?? 0) + PERMIT_SECONDS;
  const message = {
    owner: donor.address,
    spender: fund,
    value: amount,
    nonce: await token.nonces(donor.address),
    deadline,
  };
  const domain = {
    name: await token.name(),
    version: "1",
    chainId: suite.chainId,
    verifyingContract: dollar,
  };
  const { v, r, s } = Signature.from(await donor.signTypedData(domain, PERMIT, message));
  const data = FUND.encodeFunctionData("contributeWithPermit", [
    amount,
    earmark,
    encodeBytes32String(reference),
    deadline,
    v,
    r,
    s,
  ]);
  await signAndSend(donor, { to: fund, data });
}

const PERMIT = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** Two officers of the fund's organisation pay a recipient. */
async function allocate(
  { suite, people }: Agency,
  fund: string,
  recipient: string,
  amount: bigint,
  reference: string,
): Promise<void> {
  const next = await IDonorFund__factory.connect(fund, suite.provider).nextAllocationId();
  const act = FUND.encodeFunctionData("allocate", [next, recipient, amount, encodeBytes32String(reference)]);
  await actTogether(people.finance, people.approver, fund, act);
}

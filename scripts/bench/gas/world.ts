// SPDX-License-Identifier: Apache-2.0
import beaconArtifact from "@openzeppelin/contracts/build/contracts/UpgradeableBeacon.json" with {
  type: "json",
};
import { type ContractTransactionReceipt, type ContractTransactionResponse, ethers } from "ethers";
import hre from "hardhat";
import {
  type BeneficiaryAccounts,
  BeneficiaryAccounts__factory,
  type Consortium,
  Consortium__factory,
  type DemoDollar,
  DemoDollar__factory,
  DocumentRegistry__factory,
  type IProgramme,
  IProgramme__factory,
  Programme__factory,
  type ProgrammeFactory,
  ProgrammeFactory__factory,
  ProgrammeOffice__factory,
  ProgrammeShops__factory,
} from "#bindings/index.ts";

/** Roles of officers, as the Consortium numbers them. */
const ROLES = { preparer: 2, approver: 3, finance: 4, custodian: 5 } as const;

type Officer = keyof typeof ROLES;
type Signer = ethers.Signer & { readonly address: string };

/** One programme with its officers, one shop and one terminal, on a simulated chain of its own. */
export interface World {
  readonly chainId: bigint;
  readonly consortium: Consortium;
  readonly accounts: BeneficiaryAccounts;
  readonly programmeFactory: ProgrammeFactory;
  readonly programme: IProgramme;
  readonly token: DemoDollar;
  readonly officers: Readonly<Record<Officer, Signer>>;
  readonly terminal: ethers.HDNodeWallet;
  readonly organisation: number;
  /** Anyone at all: pushes chunks and batches. */
  readonly relayer: Signer;
  /** Unix seconds of the latest block. */
  now(): Promise<number>;
  /** Let the chain's clock reach a time (Unix seconds). */
  reach(time: number): Promise<void>;
  /** Propose and approve an act of the programme; what both transactions cost. */
  act(proposer: Officer, calldata: string): Promise<number>;
  stop(): Promise<void>;
}

/** @param network A simulated network of the Hardhat configuration. */
export async function startWorld(network: string): Promise<World> {
  const connection = await hre.network.connect(network);
  const signers = await connection.ethers.getSigners();
  const [relayer, council, administrator, preparer, approver, finance, custodian] =
    signers as unknown as Signer[];
  if (!relayer || !council || !administrator || !preparer || !approver || !finance || !custodian) {
    throw new Error("the simulated network has too few signers");
  }
  const officers = { preparer, approver, finance, custodian };

  const consortium = await new Consortium__factory(council).deploy(council.address, 0);
  const accounts = await new BeneficiaryAccounts__factory(council).deploy(consortium);
  const documents = await new DocumentRegistry__factory(council).deploy(consortium);
  const shopDesk = await new ProgrammeShops__factory(council).deploy(consortium, documents);
  const office = await new ProgrammeOffice__factory(council).deploy(consortium, accounts, shopDesk);
  const implementation = await new Programme__factory(council).deploy(consortium, accounts, office);
  const beacon = await new ethers.ContractFactory(
    beaconArtifact.abi,
    beaconArtifact.bytecode,
    council,
  ).deploy(implementation, council);
  const factory = await new ProgrammeFactory__factory(administrator).deploy(consortium, beacon);
  const token = await new DemoDollar__factory(council).deploy();

  const organisation = 1;
  await mined(consortium.admit("Bench agency", 0, "", administrator));
  for (const [name, role] of Object.entries(ROLES)) {
    const officer = officers[name as Officer];
    await mined(consortium.connect(administrator).proposeGrant(organisation, role, officer, 0));
    await mined(consortium.activateGrant(organisation, role, officer));
  }
  await mined(accounts.setKeyCheck(1, ethers.id("bench")));
  const settings = {
    organisation,
    asset: token,
    currency: ethers.hexlify(ethers.toUtf8Bytes("USD")),
    payableStep: 1,
    modality: 0,
    purpose: ethers.encodeBytes32String("72040"),
    name: "Bench programme",
  };
  await mined(factory.createProgramme(settings, [{ upTo: 10n ** 18n, approvers: 1, needsRelease: false }]));
  const [address] = await factory.programmes();
  const programme = IProgramme__factory.connect(address as string, relayer);
  const terminal = ethers.Wallet.createRandom();

  const act = async (proposer: Officer, calldata: string): Promise<number> => {
    const proposed = await mined(programme.connect(officers[proposer]).proposeAct(calldata));
    const log = proposed.logs
      .map((entry) => programme.interface.parseLog(entry))
      .find((entry) => entry?.name === "ActProposed");
    const approved = await gasOf(programme.connect(approver).approveAct(log?.args.actId, calldata));
    return Number(proposed.gasUsed) + approved;
  };
  const encode = programme.interface.encodeFunctionData.bind(programme.interface);
  await act("finance", encode("recordSource", [finance.address, ethers.ZeroHash]));
  await mined(token.mint(finance, 10n ** 18n));
  await mined(token.connect(finance).approve(programme, 10n ** 18n));
  await mined(programme.connect(finance).fund(10n ** 17n, finance));
  const shop = {
    code: ethers.encodeBytes32String("SHOP-1"),
    kind: 0,
    commissionBps: 0,
    ceilingPerDay: 10n ** 15n,
    offlineDays: 10,
    terminalLimit: 10n ** 15n,
    isActive: true,
  };
  await act(
    "finance",
    encode("registerShop", [shop, { mode: 0, account: relayer.address, bankReference: ethers.ZeroHash }]),
  );
  await mined(programme.connect(custodian).authoriseTerminal(terminal, 1, 10n ** 15n));

  const { provider } = connection.ethers;
  const now = async () => (await provider.getBlock("latest"))?.timestamp ?? 0;
  return {
    chainId: (await provider.getNetwork()).chainId,
    consortium,
    accounts: accounts.connect(relayer),
    programmeFactory: factory,
    programme,
    token,
    officers,
    terminal,
    organisation,
    relayer,
    now,
    reach: async (time) => {
      if ((await now()) >= time) return;
      await provider.send("evm_setNextBlockTimestamp", [time]);
      await provider.send("evm_mine", []);
    },
    act,
    stop: () => connection.close(),
  };
}

/** Wait for a transaction that must succeed. */
export async function mined(sent: Promise<ContractTransactionResponse>): Promise<ContractTransactionReceipt> {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("the transaction was not mined");
  return receipt;
}

/** Gas that a transaction used. */
export async function gasOf(sent: Promise<ContractTransactionResponse>): Promise<number> {
  return Number((await mined(sent)).gasUsed);
}

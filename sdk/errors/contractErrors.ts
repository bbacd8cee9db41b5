// SPDX-License-Identifier: Apache-2.0

import { type ErrorDescription, Interface, isError, isHexString, type Result } from "ethers";
import {
  IAgreementFactory__factory,
  IBeneficiaryAccounts__factory,
  IConsortium__factory,
  ICouncil__factory,
  ICurrencyUnit__factory,
  IDocumentRegistry__factory,
  IDonorFund__factory,
  IMilestoneAgreement__factory,
  IProgramme__factory,
  IProgrammeFactory__factory,
} from "#bindings/index.ts";
import { AnnonaError } from "./AnnonaError.ts";
import { CONTRACT_SENTENCES } from "./contractSentences.ts";
import { CONTRACT_WORDS, type ContractWordList, contractWord, textOfBytes32 } from "./contractWords.ts";

/**
 * Errors that come from the libraries the contracts are built on; declared here because their bindings carry
 * whole contracts.
 */
const LIBRARY_ERRORS = [
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
  "error ERC20InvalidSender(address sender)",
  "error ERC20InvalidReceiver(address receiver)",
  "error ERC20InvalidApprover(address approver)",
  "error ERC20InvalidSpender(address spender)",
  "error ERC2612InvalidSigner(address signer, address owner)",
  "error ERC2612ExpiredSignature(uint256 deadline)",
  "error SafeERC20FailedOperation(address token)",
  "error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)",
  "error ReentrancyGuardReentrantCall()",
  "error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)",
  "error AccessControlBadConfirmation()",
  "error AddressEmptyCode(address target)",
  "error FailedCall()",
  "error InsufficientBalance(uint256 balance, uint256 needed)",
  "error InvalidInitialization()",
  "error NotInitializing()",
  "error InvalidShortString()",
  "error StringTooLong(string str)",
];

const ALL_ERRORS = new Interface([
  ...new Map(
    [
      IProgramme__factory,
      IProgrammeFactory__factory,
      IBeneficiaryAccounts__factory,
      IConsortium__factory,
      ICouncil__factory,
      ICurrencyUnit__factory,
      IDocumentRegistry__factory,
      IDonorFund__factory,
      IMilestoneAgreement__factory,
      IAgreementFactory__factory,
    ]
      .flatMap((factory) => [...factory.createInterface().fragments])
      .concat([...new Interface(LIBRARY_ERRORS).fragments])
      .filter((fragment) => fragment.type === "error")
      .map((fragment) => [fragment.format("sighash"), fragment]),
  ).values(),
]);

/** A contract refused: the custom error by name with its values, in words, and what to do. */
export class ContractRefusal extends AnnonaError {
  override readonly name: string = "ContractRefusal";
  /** The custom error's name, such as "Cycles_WrongState". */
  readonly error: string;
  /** Its values by argument name, as strings. */
  readonly values: Readonly<Record<string, string>>;

  constructor(description: ErrorDescription, cause: unknown) {
    const [summary, next] = CONTRACT_SENTENCES[description.name] ?? [
      "The contract refused.",
      "Look the error's name up in the documentation.",
    ];
    const values = valuesOf(description);
    super({
      code: description.name,
      summary: fill(summary, description.args),
      next: fill(next, description.args),
      details: Object.entries(values)
        .map(([name, value]) => `${name} ${value}`)
        .join(", "),
      cause,
    });
    this.error = description.name;
    this.values = values;
  }
}

/**
 * The refusal of a contract that stands behind an error of ethers, or undefined when it has another cause
 * (the connection, the wallet, a mistake of ours).
 */
export function contractRefusal(error: unknown): ContractRefusal | undefined {
  if (error instanceof ContractRefusal) return error;
  const data = revertData(error);
  const description = data === undefined ? null : ALL_ERRORS.parseError(data);
  return description ? new ContractRefusal(description, error) : undefined;
}

/** Bytes that the contract reverted with; nodes and libraries put them in different places. */
function revertData(error: unknown): string | undefined {
  if (isError(error, "CALL_EXCEPTION") && isErrorData(error.data)) return error.data;
  for (let current: unknown = error, depth = 0; isRecord(current) && depth < 6; depth++) {
    if (isErrorData(current.data)) return current.data;
    current =
      current.error ??
      (isRecord(current.info) ? current.info.error : undefined) ??
      current.cause ??
      current.data;
  }
  return undefined;
}

function isErrorData(value: unknown): value is string {
  return isHexString(value) && value.length >= 10;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function valuesOf(description: ErrorDescription): Record<string, string> {
  return Object.fromEntries(
    description.fragment.inputs.map((input, index) => [input.name, String(description.args[index])]),
  );
}

/** Replace `{name}` and `{name:kind}` by the error's values. */
function fill(template: string, args: Result): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, kind: string | undefined) =>
    inWords(args.getValue(name) as unknown, kind),
  );
}

function inWords(value: unknown, kind: string | undefined): string {
  if (kind === "time")
    return `${new Date(Number(value) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  if (kind === "text") return textOfBytes32(String(value));
  if (kind !== undefined && kind in CONTRACT_WORDS)
    return contractWord(kind as ContractWordList, BigInt(String(value)));
  return String(value);
}

// SPDX-License-Identifier: Apache-2.0

import { AbiCoder, keccak256, type ParamType } from "ethers";
import type { IAgreementSettings, IAgreementTerms } from "#bindings/index.ts";
import { AGREEMENT } from "#sdk/agency/faces.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { Terms } from "./calls.ts";
import { MILESTONE_KINDS, type MilestoneKind } from "./names.ts";

/** One milestone as terms have it. */
export interface MilestoneTerms {
  readonly kind: MilestoneKind;
  /** Days since 1970-01-01. */
  readonly dueDay: number;
  /** Ledger units; 0 cancels it, in an amendment. */
  readonly amount: Amount;
  /** keccak256 of the document that says what is to be done. */
  readonly description: string;
}

/** Terms as people compare them; see IAgreementTerms. Periods in seconds. */
export interface AgreementTerms {
  readonly version: number;
  readonly payout: string;
  readonly milestones: readonly MilestoneTerms[];
  readonly monitors: readonly string[];
  readonly quorum: number;
  readonly reviewPeriod: number;
  readonly arbiter: string;
  readonly arbiterPeriod: number;
  /** What the partner gets of a disputed amount when the arbiter says nothing, hundredths of a percent. */
  readonly silenceShare: number;
  readonly noticePeriod: number;
  /** keccak256 of the list of documents. */
  readonly documents: string;
}

/** Terms as the contract takes them. */
export function encodeTerms(terms: AgreementTerms): Terms {
  return {
    ...terms,
    monitors: [...terms.monitors],
    milestones: terms.milestones.map((milestone) => ({
      ...milestone,
      kind: MILESTONE_KINDS.indexOf(milestone.kind),
    })),
  };
}

/** Terms as an event, or the calldata of an act, has them. */
export function decodeTerms(terms: IAgreementTerms.TermsStructOutput): AgreementTerms {
  return {
    version: Number(terms.version),
    payout: terms.payout,
    milestones: terms.milestones.map((milestone) => ({
      kind: MILESTONE_KINDS[Number(milestone.kind)] ?? "Deliverable",
      dueDay: Number(milestone.dueDay),
      amount: amountOf(milestone.amount),
      description: milestone.description,
    })),
    monitors: [...terms.monitors],
    quorum: Number(terms.quorum),
    reviewPeriod: Number(terms.reviewPeriod),
    arbiter: terms.arbiter,
    arbiterPeriod: Number(terms.arbiterPeriod),
    silenceShare: Number(terms.silenceShare),
    noticePeriod: Number(terms.noticePeriod),
    documents: terms.documents,
  };
}

/**
 * What both sides sign, worked out here and not by a node: keccak256(abi.encode(chain id, agreement, its settings, terms)).
 * @param settings As the agreement has them.
 */
export function hashTerms(
  chainId: number,
  agreement: string,
  settings: IAgreementSettings.AgreementSettingsStruct,
  terms: AgreementTerms,
): string {
  const types = ["uint256", "address", SETTINGS_TYPE, TERMS_TYPE];
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(types, [chainId, agreement, settings, encodeTerms(terms)]),
  );
}

const SETTINGS_TYPE = typeOf(AGREEMENT.getFunction("settings").outputs[0]);
const TERMS_TYPE = typeOf(AGREEMENT.getFunction("offerTerms").inputs[0]);

function typeOf(type: ParamType | undefined): ParamType {
  if (type === undefined) throw new Error("the bindings of agreements have another form");
  return type;
}

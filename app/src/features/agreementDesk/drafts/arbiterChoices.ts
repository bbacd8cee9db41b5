// SPDX-License-Identifier: Apache-2.0

import { isAddress } from "ethers";
import { chainTime, type Suite } from "#sdk/agency/suite.ts";
import { type Arbiter, readArbiters } from "#sdk/council/index.ts";
import { shorten, showDay } from "../../../shared/format/index.ts";
import { organisationsOf } from "../organisationsOf.ts";
import { words } from "../words/index.ts";

const SECONDS_A_DAY = 86_400;

const text = words.draft.conduct.arbiterList;

/** Whom the council offers for disputes. */
export interface ArbiterChoices {
  /** The council's own address, where it is a contract whose members decide together: it can be the arbiter itself. */
  readonly council: string | undefined;
  readonly arbiters: readonly (Arbiter & {
    /** Of the organisation that they are officers of; undefined for those of none. */
    readonly organisation: string | undefined;
  })[];
}

/** Read the council's list, with what the ledger knows of those on it. */
export async function readArbiterChoices(suite: Suite): Promise<ArbiterChoices> {
  const [address, time] = await Promise.all([suite.consortium.council(), chainTime(suite)]);
  const [panel, code] = await Promise.all([
    readArbiters(suite, { address, time }),
    suite.provider.getCode(address),
  ]);
  const accounts = panel.arbiters.map(({ account }) => account);
  const names = await organisationsOf(suite, accounts, panel.organisation);
  return {
    council: code === "0x" ? undefined : address,
    arbiters: panel.arbiters.map((arbiter) => ({ ...arbiter, organisation: names.get(arbiter.account) })),
  };
}

export interface ArbiterOption {
  readonly value: string;
  readonly label: string;
}

/** The choices in words. The first stands for whoever is on no list. */
export function arbiterOptions({ council, arbiters }: ArbiterChoices): ArbiterOption[] {
  return [
    { value: "", label: text.other },
    ...arbiters.map((arbiter) => ({ value: arbiter.account, label: labelOf(arbiter) })),
    ...(council === undefined ? [] : [{ value: council, label: text.council(shorten(council)) }]),
  ];
}

function labelOf({ account, organisation, until, readyAt }: ArbiterChoices["arbiters"][number]): string {
  const short = shorten(account);
  const who = organisation === undefined ? short : text.named(organisation, short);
  if (readyAt !== undefined) return text.from(who, dayOf(readyAt));
  return until === undefined ? who : text.until(who, dayOf(until));
}

/** @param time Unix seconds. */
function dayOf(time: number): string {
  return showDay(Math.floor(time / SECONDS_A_DAY));
}

/** Which choice the typed address is: "" for one that is on no list, and for what is no address yet. */
export function chosenArbiter(choices: ArbiterChoices, typed: string): string {
  const same = (value: string) => value.toLowerCase() === typed.toLowerCase();
  return arbiterOptions(choices).find(({ value }) => value !== "" && same(value))?.value ?? "";
}

/** Whether it is an address, and not one that the council recommends. */
export function isUnlisted(choices: ArbiterChoices, typed: string): boolean {
  return isAddress(typed) && chosenArbiter(choices, typed) === "";
}

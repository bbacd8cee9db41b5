// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { ZeroAddress } from "ethers";
import { readOrganisation, type Suite } from "#sdk/agency/index.ts";
import {
  type OwnAgreement,
  openAgreement,
  readOwnAgreement,
  readStory,
  type StoryEntry,
  type TermsHistory,
  termsHistory,
  timeNow,
} from "#sdk/agreements/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { useWallet } from "../../shared/wallet/index.ts";

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** Everything that the page of an agreement shows of the ledger, as whoever is connected sees it. */
export interface AgreementView extends OwnAgreement {
  /** Oldest first. */
  readonly story: readonly StoryEntry[];
  readonly terms: TermsHistory;
  readonly names: { readonly agency: string; readonly partner: string };
  /** Unix seconds. */
  readonly now: number;
}

/** An agreement, read from the node. */
export function useAgreement(address: string) {
  const suite = useSuite();
  const { address: reader } = useWallet();
  return useQuery({
    queryKey: [LEDGER_KEY, "agreement", address, reader],
    queryFn: () => readView(suite, address, reader ?? ZeroAddress),
    refetchInterval: POLL_MS,
  });
}

async function readView(suite: Suite, address: string, reader: string): Promise<AgreementView> {
  const [handle, now] = await Promise.all([openAgreement(suite, address), timeNow(suite)]);
  const [own, story, agency, partner] = await Promise.all([
    readOwnAgreement(suite, handle, reader, now),
    readStory(suite, handle.address),
    readOrganisation(suite, handle.agency),
    readOrganisation(suite, handle.partner),
  ]);
  const names = { agency: agency.name, partner: partner.name };
  return { ...own, story, terms: termsHistory(story), names, now };
}

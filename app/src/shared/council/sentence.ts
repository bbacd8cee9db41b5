// SPDX-License-Identifier: Apache-2.0

import type { CouncilAct } from "#sdk/council/acts.ts";
import { shorten, showCount, showMoment } from "../format/index.ts";
import { accountName, type CouncilNames, contractName, memberName, organisationName } from "./names.ts";
import { words } from "./words/index.ts";

const text = words.sentences;

type Sentences = {
  readonly [Kind in CouncilAct["kind"]]: (
    act: Extract<CouncilAct, { kind: Kind }>,
    names: CouncilNames,
  ) => string;
};

const SENTENCES: Sentences = {
  admit: ({ name, organisationKind }) => text.admit(name, words.kinds[organisationKind]),
  suspend: ({ organisation }, names) => text.suspend(organisationName(names, organisation)),
  reinstate: ({ organisation }, names) => text.reinstate(organisationName(names, organisation)),
  nameTrustee: ({ trustee, organisation }, names) =>
    text.nameTrustee(organisationName(names, trustee), organisationName(names, organisation)),
  nameGuardian: ({ guardian, organisation }, names) =>
    guardian === undefined
      ? text.noGuardian(organisationName(names, organisation))
      : text.nameGuardian(shorten(guardian), organisationName(names, organisation)),
  nameArbiter: ({ arbiter, until }) =>
    until === undefined
      ? text.nameArbiter(shorten(arbiter))
      : text.nameArbiterUntil(shorten(arbiter), showMoment(until)),
  seatArbiter: ({ arbiter }) => text.seatArbiter(shorten(arbiter)),
  dismissArbiter: ({ arbiter }) => text.dismissArbiter(shorten(arbiter)),
  reconfigure: reconfigured,
  upgrade: ({ beacon }) => text.upgrade(words.beacons[beacon]),
  handOverBeacon: ({ beacon, owner }) =>
    owner === undefined
      ? text.renounce(words.beacons[beacon])
      : text.handOver(words.beacons[beacon], shorten(owner)),
  changeCouncil: ({ council }) => text.changeCouncil(shorten(council)),
  publishKeyCheck: ({ version }) => text.keyCheck(String(version)),
  liftPause: ({ programme }, names) => text.liftPause(contractName(names, programme)),
  decideDispute: ({ milestone, agreement }, names) =>
    text.decideDispute(showCount(milestone), contractName(names, agreement)),
  unknown: ({ selector, target }) => text.unknown(selector ?? "", shorten(target)),
};

/** What an act does, in one sentence. */
export function sentenceOf(act: CouncilAct, names: CouncilNames): string {
  const write = SENTENCES[act.kind] as (act: CouncilAct, names: CouncilNames) => string;
  return write(act, names);
}

function reconfigured(
  { added, removed }: Extract<CouncilAct, { kind: "reconfigure" }>,
  names: CouncilNames,
): string {
  const into = added.map((member) => memberName(names, member)).join(", ");
  const out = removed.map((account) => accountName(names, account)).join(", ");
  if (isNewKey(added, removed, names)) return text.newKey(into);
  if (into !== "" && out !== "") return text.changeMembers(into, out);
  if (into !== "") return text.addMembers(into);
  return out === "" ? text.changeRules : text.removeMembers(out);
}

/** One member who leaves and comes back under the same name: the organisation stays, its key does not. */
function isNewKey(
  added: readonly { readonly nameHash: string }[],
  removed: readonly string[],
  { members, byHash }: CouncilNames,
): boolean {
  const [come, ...others] = added;
  const [gone, ...more] = removed;
  if (come === undefined || gone === undefined || others.length + more.length > 0) return false;
  const name = members.get(gone.toLowerCase());
  return name !== undefined && name === byHash.get(come.nameHash.toLowerCase());
}

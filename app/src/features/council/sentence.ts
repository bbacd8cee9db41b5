// SPDX-License-Identifier: Apache-2.0

import type { CouncilAct } from "#sdk/council/index.ts";
import { shorten, showCount } from "../../shared/format/index.ts";
import { accountName, contractName, memberName, type Names, organisationName } from "./names.ts";
import { words } from "./words/index.ts";

const text = words.sentences;

type Sentences = {
  readonly [Kind in CouncilAct["kind"]]: (act: Extract<CouncilAct, { kind: Kind }>, names: Names) => string;
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
export function sentenceOf(act: CouncilAct, names: Names): string {
  const write = SENTENCES[act.kind] as (act: CouncilAct, names: Names) => string;
  return write(act, names);
}

function reconfigured(
  { added, removed }: Extract<CouncilAct, { kind: "reconfigure" }>,
  names: Names,
): string {
  const into = added.map((member) => memberName(names, member)).join(", ");
  const out = removed.map((account) => accountName(names, account)).join(", ");
  if (into !== "" && out !== "") return text.changeMembers(into, out);
  if (into !== "") return text.addMembers(into);
  return out === "" ? text.changeRules : text.removeMembers(out);
}

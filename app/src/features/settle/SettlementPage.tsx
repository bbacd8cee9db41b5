// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ProgrammeHandle, readSettlement, type SettlementDetail } from "#sdk/agency/index.ts";
import { ActList } from "../../shared/acts/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { DeskFrame, Loaded } from "../../shared/desk/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { TextLink } from "../../shared/ui/index.ts";
import { BankAnswer } from "./BankAnswer.tsx";
import { SettlementPaper } from "./SettlementPaper.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/settlements/$id");
const NUMBER = /^[1-9]\d{0,9}$/;

/** One settlement: a receipt to print, and what the bank did with it. */
export function SettlementPage() {
  const { address, id } = route.useParams();
  const back = (
    <TextLink to="/console/programmes/$address/settle" params={{ address }} search={{}}>
      {words.one.back}
    </TextLink>
  );
  return (
    <DeskFrame address={address} title={words.one.title(Number(id) || 0)} back={back}>
      {(programme) =>
        NUMBER.test(id) ? (
          <KnownSettlement programme={programme} number={Number(id)} />
        ) : (
          <p role="alert">{words.one.unknown}</p>
        )
      }
    </DeskFrame>
  );
}

interface KnownSettlementProps {
  readonly programme: ProgrammeHandle;
  readonly number: number;
}

function KnownSettlement({ programme, number }: KnownSettlementProps) {
  const suite = useSuite();
  const query = useQuery<SettlementDetail>({
    queryKey: [LEDGER_KEY, "settlement", programme.address, number],
    queryFn: () => readSettlement(suite, programme, number),
  });
  return (
    <Loaded query={query}>
      {(settlement) => (
        <>
          <SettlementPaper programme={programme} settlement={settlement} />
          <div data-print="hide">
            {settlement.state === "Instructed" ? (
              <BankAnswer programme={programme} settlement={settlement} />
            ) : null}
          </div>
          <div data-print="hide">
            <ActList
              programme={programme}
              names={["confirmSettlement", "returnSettlement"]}
              title={words.proposals}
              hidesEmpty
            />
          </div>
        </>
      )}
    </Loaded>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ActList } from "../../shared/acts/index.ts";
import { DeskFrame } from "../../shared/desk/index.ts";
import { ReceiptFinder } from "./ReceiptFinder.tsx";
import { ReceiptToCorrect } from "./ReceiptToCorrect.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/correct");

/** Propose what is right about one receipt. Which one stands in the page's address: all of it is public on the ledger. */
export function CorrectPage() {
  const { address } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { terminal, number } = search;
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {(programme) => (
        <>
          <ReceiptFinder
            key={`${terminal} ${number}`}
            programme={programme}
            initial={search}
            onFind={(next) =>
              void navigate({
                to: "/console/programmes/$address/correct",
                params: { address },
                search: next,
              })
            }
          />
          {terminal !== undefined && number !== undefined ? (
            <ReceiptToCorrect
              key={`of ${terminal} ${number}`}
              programme={programme}
              wanted={{ ...search, terminal, number }}
            />
          ) : null}
          <ActList programme={programme} names={["correct"]} title={words.proposals} />
        </>
      )}
    </DeskFrame>
  );
}

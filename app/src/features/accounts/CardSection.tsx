// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AccountNumber } from "#sdk/list/index.ts";
import type { Card } from "#sdk/office/index.ts";
import { cardNumber } from "../../shared/cards/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showMoment } from "../../shared/format/index.ts";
import { notify } from "../../shared/notice/index.ts";
import { NeedsOffice, OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { ButtonLink, Section, StateBadge } from "../../shared/ui/index.ts";
import classes from "./accounts.module.css";
import { words } from "./words/index.ts";

const text = words.card;

interface CardSectionProps {
  readonly account: AccountNumber;
  /** A closed account gets no new card. */
  readonly isClosed: boolean;
}

/** The household's card: whether it works, a lost one blocked, a new one printed. The office keeps it. */
export function CardSection({ account, isClosed }: CardSectionProps) {
  return (
    <Section title={text.title}>
      {() => (
        <div className={classes.padded}>
          <NeedsOffice>
            <KnownCard account={account} isClosed={isClosed} />
          </NeedsOffice>
        </div>
      )}
    </Section>
  );
}

function KnownCard({ account, isClosed }: CardSectionProps) {
  const { client, me } = useOffice();
  const queryClient = useQueryClient();
  const queryKey = [OFFICE_KEY, "card", account];
  const query = useQuery({ queryKey, queryFn: () => client.readCard(account) });
  const blocking = useMutation({
    mutationFn: () => client.blockCard(account),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey });
      notify({ text: text.wasBlocked });
    },
  });
  const isCustodian = me?.roles.includes("Custodian") === true;
  return (
    <Loaded query={query}>
      {(card) => (
        <>
          <div className={classes.actions}>
            <CardState card={card} />
            {isCustodian && card !== null && !card.isBlocked ? (
              <Button variant="default" loading={blocking.isPending} onClick={() => blocking.mutate()}>
                {text.block}
              </Button>
            ) : null}
            {isCustodian && !isClosed ? (
              <ButtonLink variant="default" to="/console/accounts/cards" search={{ account }}>
                {text.issue}
              </ButtonLink>
            ) : null}
          </div>
          {card !== null && !card.isBlocked ? <p className={classes.soft}>{text.blockHint}</p> : null}
          {blocking.isError ? <ErrorNote error={blocking.error} /> : null}
        </>
      )}
    </Loaded>
  );
}

function CardState({ card }: { readonly card: Card | null }) {
  if (card === null) return <p>{text.none}</p>;
  return (
    <p className={classes.cardState}>
      <StateBadge tone={card.isBlocked ? "bad" : "good"} label={card.isBlocked ? text.blocked : text.good} />
      {text.issued(cardNumber(card), showMoment(card.issuedAt))}
    </p>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect, Progress, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Loaded } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { FactGrid, Section } from "../../shared/ui/index.ts";
import type { CardText } from "./CardFace.tsx";
import classes from "./cards.module.css";
import type { Chosen } from "./households.ts";
import { issueCards, type KnownCards, readCards } from "./issue.ts";
import type { NewCard } from "./newCards.ts";
import { words } from "./words/index.ts";

const text = words.issue;

/** More paper than this gets mixed up on the way to the households. */
const MOST_AT_ONCE = 1_000;

/** The help line is the same each time, and no secret. */
const HELP_LINE_KEY = "annona.cards.help-line";

interface IssueCardsProps {
  readonly chosen: Chosen;
  /** Some cards are issued already; the rest may still be under way. */
  readonly isStarted: boolean;
  readonly onIssued: (cards: readonly NewCard[], text: CardText) => void;
}

/** Who of the chosen has a card, who gets one, what stands on it; and issues them. */
export function IssueCards(props: IssueCardsProps) {
  const { client } = useOffice();
  const { accounts } = props.chosen;
  const query = useQuery({
    queryKey: [OFFICE_KEY, "cards", accounts.join()],
    queryFn: () => readCards(client, accounts),
    // Issuing would change who is without a card, and with it who is issued one, in the middle.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return <Loaded query={query}>{(known) => <IssueForm {...props} known={known} />}</Loaded>;
}

interface IssueFormProps extends IssueCardsProps {
  readonly known: KnownCards;
}

function IssueForm({ chosen, known, isStarted, onIssued }: IssueFormProps) {
  const { client, me } = useOffice();
  const without = chosen.accounts.filter((account) => known.get(account)?.isBlocked !== false);
  const [isForAll, setIsForAll] = useState(without.length === 0);
  const [helpLine, setHelpLine] = useState(() => localStorage.getItem(HELP_LINE_KEY) ?? "");
  const [programme, setProgramme] = useState(chosen.programmeName);
  const [done, setDone] = useState(0);
  const wanted = isForAll ? chosen.accounts : without;
  const accounts = wanted.slice(0, MOST_AT_ONCE);
  const issuing = useMutation({
    mutationFn: async () => {
      localStorage.setItem(HELP_LINE_KEY, helpLine);
      const printed = { agency: me?.organisation.name ?? "", programme, helpLine };
      // After a broken line only what is missing is issued.
      await issueCards(client, accounts.slice(done), known, (cards) => {
        setDone((before) => before + cards.length);
        onIssued(cards, printed);
      });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (accounts.length > 0) issuing.mutate();
  };
  if (isStarted && !issuing.isPending && !issuing.isError) return null;
  return (
    <Section title={text.title}>
      {() => (
        <form className={classes.padded} onSubmit={submit}>
          <FactGrid
            look="figures"
            isInset
            facts={[
              [text.counts.all, showCount(chosen.accounts.length)],
              [text.counts.without, showCount(without.length)],
              [text.counts.with, showCount(chosen.accounts.length - without.length)],
            ]}
          />
          <div className={classes.form}>
            <NativeSelect
              label={text.who}
              description={"\u00a0"}
              value={isForAll ? "all" : "without"}
              data={[
                { value: "without", label: text.onlyWithout, disabled: without.length === 0 },
                { value: "all", label: text.everybody },
              ]}
              onChange={({ currentTarget }) => setIsForAll(currentTarget.value === "all")}
            />
            <TextInput
              label={text.helpLine}
              description={text.helpLineHint}
              value={helpLine}
              maxLength={30}
              onChange={({ currentTarget }) => setHelpLine(currentTarget.value)}
            />
            <TextInput
              label={text.programmeName}
              description={"\u00a0"}
              value={programme}
              maxLength={48}
              onChange={({ currentTarget }) => setProgramme(currentTarget.value)}
            />
          </div>
          {wanted.length > accounts.length ? (
            <p className={classes.soft}>{text.most(showCount(MOST_AT_ONCE))}</p>
          ) : null}
          <div className={classes.actions}>
            <Button type="submit" disabled={accounts.length === 0} loading={issuing.isPending}>
              {text.run(showCount(accounts.length), accounts.length)}
            </Button>
          </div>
          {issuing.isPending ? <Issuing done={done} all={accounts.length} /> : null}
          {issuing.isError ? <ErrorNote error={issuing.error} onRetry={() => issuing.mutate()} /> : null}
        </form>
      )}
    </Section>
  );
}

/** How many of the cards the office has taken. */
function Issuing({ done, all }: { readonly done: number; readonly all: number }) {
  const label = text.progress(showCount(done), showCount(all));
  return (
    <div role="status">
      <Progress value={(done / all) * 100} aria-label={label} />
      <p className={classes.soft}>{label}</p>
    </div>
  );
}

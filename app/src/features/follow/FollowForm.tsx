// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { FundSummary } from "../../shared/api/index.ts";
import { donorWords } from "../../shared/donor/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./follow.module.css";
import { faultOfReference } from "./reference.ts";
import { words } from "./words/index.ts";

const text = words.form;

interface FollowFormProps {
  readonly funds: readonly FundSummary[];
  readonly fund: string;
  readonly reference: string;
  readonly onFollow: (search: { readonly fund: string; readonly reference: string }) => void;
}

/** Which contribution to follow. Where there is only one fund nobody is asked for it. */
export function FollowForm({ funds, fund: givenFund, reference: given, onFollow }: FollowFormProps) {
  const [fund, setFund] = useState(givenFund);
  const [reference, setReference] = useState(given);
  const [isTried, setIsTried] = useState(false);
  const fault = faultOfReference(reference);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsTried(true);
    if (fault === undefined) onFollow({ fund, reference: reference.trim() });
  };
  return (
    <div data-print="hide">
      <Section title={text.title}>
        {() => (
          <form className={classes.form} onSubmit={submit} noValidate>
            {funds.length === 1 ? null : (
              <NativeSelect
                label={text.fund}
                value={fund}
                data={funds.map(({ address, name }) => ({
                  value: address,
                  label: name || donorWords.kinds.fund,
                }))}
                onChange={({ currentTarget: { value } }) => setFund(value)}
              />
            )}
            <TextInput
              label={text.reference}
              description={text.hint}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              value={reference}
              error={isTried && fault !== undefined ? text[fault] : undefined}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
            <Button type="submit">{text.find}</Button>
          </form>
        )}
      </Section>
    </div>
  );
}

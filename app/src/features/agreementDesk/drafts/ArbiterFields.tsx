// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { LEDGER_KEY } from "../../../shared/api/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { Icon, TextLink } from "../../../shared/ui/index.ts";
import { words } from "../words/index.ts";
import { arbiterOptions, chosenArbiter, isUnlisted, readArbiterChoices } from "./arbiterChoices.ts";
import classes from "./drafts.module.css";

const { arbiter: text, arbiterList: list } = words.draft.conduct;

interface ArbiterFieldsProps {
  /** As typed. */
  readonly arbiter: string;
  readonly onChange: (arbiter: string) => void;
}

/** Who decides disputes: chosen from the council's list, or by any other address. */
export function ArbiterFields({ arbiter, onChange }: ArbiterFieldsProps) {
  const choices = useChoices();
  const options = choices === undefined ? [] : arbiterOptions(choices);
  return (
    <>
      {choices === undefined || options.length === 1 ? null : (
        <NativeSelect
          label={list.label}
          description={list.hint}
          value={chosenArbiter(choices, arbiter)}
          data={options}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
      <TextInput
        label={text.label}
        description={text.hint}
        autoComplete="off"
        spellCheck={false}
        value={arbiter}
        onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
      />
    </>
  );
}

/** What is to be known of the choice: that there is no list yet, or that the address is not on it. */
export function ArbiterRemark({ arbiter }: Pick<ArbiterFieldsProps, "arbiter">) {
  const choices = useChoices();
  const isListEmpty = choices?.arbiters.length === 0 && arbiter === "";
  const isOther = choices !== undefined && isUnlisted(choices, arbiter);
  return (
    <div role="status">
      {isListEmpty || isOther ? (
        <p className={classes.remark}>
          <Icon name="info" size={18} />
          <span>
            {isOther ? list.notListed : list.none}{" "}
            {isOther ? null : (
              <TextLink to="/console/council" underline="always">
                {list.room}
              </TextLink>
            )}
          </span>
        </p>
      ) : null}
    </div>
  );
}

function useChoices() {
  const suite = useSuite();
  const { data } = useQuery({
    queryKey: [LEDGER_KEY, "arbiter-choices"],
    queryFn: () => readArbiterChoices(suite),
  });
  return data;
}

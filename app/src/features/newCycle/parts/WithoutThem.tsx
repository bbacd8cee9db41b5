// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { countOf } from "../../../shared/format/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";
import type { AccountsFound } from "../worker/ledgerProtocol.ts";
import classes from "./parts.module.css";

const text = words.accounts;

/** Households without an account are left out only by the preparer's own word, and can be waited for after all. */
export function WithoutThem({
  desk,
  accounts,
}: {
  readonly desk: ImportDesk;
  readonly accounts: AccountsFound;
}) {
  const left = countOf(accounts.households - accounts.open, words.households);
  const decide = (isWithout: boolean) => desk.dispatch({ type: "wentWithoutUnopened", isWithout });
  if (accounts.open === 0) return null;
  if (desk.state.isWithoutUnopened) {
    return (
      <div className={classes.decision}>
        <p className={classes.strong}>{text.leftOut(left)}</p>
        <Button variant="default" onClick={() => decide(false)}>
          {text.takeBack}
        </Button>
      </div>
    );
  }
  const goOn = () => {
    decide(true);
    desk.go("plan");
    notify({ text: text.leftOut(left), undo: () => decide(false) });
  };
  return (
    <div className={classes.decision}>
      <p>{text.withoutHint}</p>
      <Button variant="default" onClick={goOn}>
        {text.without(left)}
      </Button>
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { countOf, showMoney } from "../../../shared/format/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";
import type { FileResult } from "../worker/protocol.ts";
import classes from "./parts.module.css";

const text = words.problems;

/** Rows with problems are left out only by the preparer's own word, with their number, and can be taken back in. */
export function LeaveOut({ desk, result }: { readonly desk: ImportDesk; readonly result: FileResult }) {
  const { households, total, badRows } = result;
  const rows = countOf(badRows, words.rows);
  if (households === 0) return <p className={classes.decision}>{text.noneGood}</p>;
  const decide = (isLeftOut: boolean) => desk.dispatch({ type: "leftOut", isLeftOut });
  if (desk.state.isLeftOut) {
    return (
      <div className={classes.decision}>
        <p className={classes.strong}>{text.leftOut(rows)}</p>
        <Button variant="default" onClick={() => decide(false)}>
          {text.takeBack}
        </Button>
      </div>
    );
  }
  const leaveOut = () => {
    decide(true);
    desk.go("accounts");
    notify({ text: text.leftOutNotice(rows), undo: () => decide(false) });
  };
  const hint = text.leaveOutHint(
    rows,
    countOf(households, words.households),
    showMoney(total, desk.money.currency),
  );
  return (
    <div className={classes.decision}>
      <p>{hint}</p>
      <Button variant="default" onClick={leaveOut}>
        {text.leaveOut(rows)}
      </Button>
    </div>
  );
}

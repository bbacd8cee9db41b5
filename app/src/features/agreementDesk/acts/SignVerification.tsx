// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { verificationData } from "#sdk/agreements/index.ts";
import { answerError } from "../../../shared/act/index.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { isRejection, useTypedSignature } from "../../../shared/wallet/index.ts";
import classes from "../agreementDesk.module.css";
import { words } from "../words/index.ts";
import { AtOffice } from "./AtOffice.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";
import { statementsKey } from "./useStatements.ts";

const text = words.statements;

interface SignVerificationProps extends MilestoneActsProps {
  /** Whether this reader has compared the file with the ledger. */
  readonly isCompared: boolean;
}

/** A monitor signs the verification without sending it: it goes to the office, and somebody sends all of them together. */
export function SignVerification({ view, milestone, isCompared }: SignVerificationProps) {
  const { handle, standing } = view;
  const { milestone: number, evidence = "", since: submittedAt } = milestone;
  const { chainId } = useSuite();
  const { client } = useOffice();
  const sign = useTypedSignature(standing.address);
  const queryClient = useQueryClient();
  const signing = useMutation({
    mutationFn: async () => {
      const data = verificationData(BigInt(chainId), handle.address, {
        milestone: number,
        evidence,
        submittedAt,
      });
      const signature = await sign({ ...data, message: { ...data.message } });
      await client.putStatement(handle.address, number, { evidence, submittedAt, signature });
    },
    onSuccess: async () => {
      notify({ text: text.signed });
      await queryClient.invalidateQueries({ queryKey: statementsKey(handle.address) });
    },
  });
  return (
    <div className={classes.choice}>
      <h5 className={classes.choiceTitle}>{text.signTitle}</h5>
      <p className={classes.soft}>{text.signHint}</p>
      <AtOffice>
        <div>
          <Button
            variant="default"
            loading={signing.isPending}
            disabled={!isCompared}
            onClick={() => signing.mutate()}
          >
            {text.sign}
          </Button>
        </div>
        <div role="status">{isRejection(signing.error) ? text.declined : null}</div>
        {signing.isError && !isRejection(signing.error) ? (
          <ErrorNote error={answerError(signing.error)} />
        ) : null}
      </AtOffice>
    </div>
  );
}

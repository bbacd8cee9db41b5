// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import {
  approvalData,
  handInApprovalCall,
  type Proposal,
  readSignedApproval,
  requireSignedFor,
  type SignedApproval,
  seatOf,
  voidSignaturesCall,
  writeSignedApproval,
} from "#sdk/council/index.ts";
import { ActButton, ActStatus, answerError, useAct } from "../../../shared/act/index.ts";
import { accountName } from "../../../shared/council/index.ts";
import { type AppError, ErrorNote, toAppError } from "../../../shared/errors/index.ts";
import { countOf, showMoment } from "../../../shared/format/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { isRejection, useTypedSignature, useWallet } from "../../../shared/wallet/index.ts";
import classes from "../council.module.css";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";

const text = words.sign;
const DAY = 86_400;
const VALID_DAYS = [7, 14, 30] as const;

interface SignPartProps {
  readonly ground: CouncilGround;
  readonly proposal: Proposal;
}

/** Approve by a signature off the ledger, which anybody hands in. Folded away: most members just approve. */
export function SignPart(props: SignPartProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className={`${classes.wide} ${classes.sign}`} aria-label={text.title}>
      <div className={classes.signHead}>
        <h3 className={classes.sentence}>{text.title}</h3>
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? text.putAway : text.open}
        </Button>
      </div>
      <p className={classes.soft}>{text.hint}</p>
      {isOpen ? <SignForms {...props} /> : null}
    </section>
  );
}

function SignForms({ ground, proposal }: SignPartProps) {
  const [written, setWritten] = useState("");
  const { address } = useWallet();
  const isMember = address !== undefined && seatOf(ground.council, address) !== undefined;
  return (
    <>
      {isMember ? (
        <SignForm ground={ground} proposal={proposal} member={address} onSigned={setWritten} />
      ) : null}
      <Textarea
        className={classes.wide}
        label={text.text}
        description={text.textHint}
        value={written}
        autosize
        minRows={3}
        maxRows={14}
        spellCheck={false}
        classNames={{ input: classes.mono }}
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <HandIn ground={ground} proposal={proposal} written={written} />
      {isMember ? <VoidSignatures ground={ground} member={address} /> : null}
    </>
  );
}

interface SignFormProps extends SignPartProps {
  readonly member: string;
  readonly onSigned: (written: string) => void;
}

function SignForm({ ground, proposal, member, onSigned }: SignFormProps) {
  const { chainId } = useSuite();
  const [days, setDays] = useState<number>(VALID_DAYS[0]);
  const sign = useTypedSignature(member);
  const { council } = ground;
  const signing = useMutation({ mutationFn: signApproval, onSuccess: onSigned });

  async function signApproval(): Promise<string> {
    const approval = {
      id: proposal.id,
      hash: proposal.hash,
      epoch: council.epoch,
      member,
      nonce: await council.contract.nonceOf(member),
      deadline: council.time + days * DAY,
    };
    const signature = await sign(approvalData(council.address, chainId, approval));
    return writeSignedApproval({ ...approval, chainId, council: council.address, signature });
  }
  return (
    <>
      <div className={classes.form}>
        <NativeSelect
          label={text.days}
          value={String(days)}
          data={VALID_DAYS.map((count) => ({ value: String(count), label: countOf(count, text.day) }))}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
        <div>
          <Button loading={signing.isPending} onClick={() => signing.mutate()}>
            {text.doSign}
          </Button>
        </div>
      </div>
      <p role="status">{signing.isSuccess ? text.signed : isRejection(signing.error) ? text.declined : ""}</p>
      {signing.isError && !isRejection(signing.error) ? (
        <ErrorNote error={answerError(signing.error)} />
      ) : null}
    </>
  );
}

interface HandInProps extends SignPartProps {
  readonly written: string;
}

function HandIn({ ground: { council, names }, proposal, written }: HandInProps) {
  const { chainId } = useSuite();
  const act = useAct({ name: "hand-in" });
  const { address } = useWallet();
  const reading = readFor(written, {
    chainId,
    council: council.address,
    id: proposal.id,
    hash: proposal.hash,
    epoch: council.epoch,
  });
  const { approval, error } = reading;
  return (
    <>
      {error === undefined ? null : <ErrorNote error={error} />}
      {approval === undefined ? null : (
        <p>{text.ofMember(accountName(names, approval.member), showMoment(approval.deadline))}</p>
      )}
      {address === undefined ? null : (
        <div className={classes.buttons}>
          <ActButton
            act={act}
            disabled={approval === undefined}
            onRun={() =>
              approval === undefined ? [] : handInApprovalCall(council.address, approval, approval.signature)
            }
          >
            {text.handIn}
          </ActButton>
        </div>
      )}
      <ActStatus act={act} />
    </>
  );
}

interface Reading {
  readonly approval?: SignedApproval;
  readonly error?: AppError;
}

/** The signed approval in a text, if it is one and about this proposal as it stands now. */
function readFor(written: string, wanted: Parameters<typeof requireSignedFor>[1]): Reading {
  if (written.trim() === "") return {};
  try {
    const approval = readSignedApproval(written);
    requireSignedFor(approval, wanted);
    return { approval };
  } catch (error) {
    return { error: toAppError(error) };
  }
}

function VoidSignatures({
  ground: { council },
  member,
}: {
  readonly ground: CouncilGround;
  readonly member: string;
}) {
  const act = useAct({ name: "void-signatures" });
  return (
    <>
      <p className={classes.soft}>{text.voidHint}</p>
      <div className={classes.buttons}>
        <ActButton act={act} variant="default" onRun={() => voidSignaturesCall(council.address, member)}>
          {text.voidAll}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { Section } from "../../shared/ui/index.ts";
import { AcceptForm } from "./AcceptForm.tsx";
import { AllocateForm } from "./AllocateForm.tsx";
import { BookForm } from "./BookForm.tsx";
import classes from "./fundDesk.module.css";
import { NeedsFundOfficer } from "./NeedsFundOfficer.tsx";
import { Part } from "./Part.tsx";
import { ReleaseForm } from "./ReleaseForm.tsx";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.officers;

/** What officers do with the fund's money: Finance proposes, an Approver approves. Booking returns is anybody's. */
export function OfficersPart({ view }: { readonly view: FundView }) {
  const { fund, officer, steps } = view;
  const { unattributed, unbooked } = fund.money;
  const isFinance = officer.roles.has("Finance");
  const waits = (step: string) => steps.some((one) => one.step === step);
  const closed = fund.pots.filter(({ recipient, balance }) => recipient?.isClosed === true && balance > 0n);
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.folds}>
          <Part anchor="allocate" {...text.allocate} isOpen={isFinance}>
            <NeedsFundOfficer view={view} as="Finance">
              <AllocateForm view={view} />
            </NeedsFundOfficer>
          </Part>
          <Part anchor="book" {...text.book} isOpen={unbooked > 0n}>
            {unbooked > 0n ? <BookForm view={view} /> : <p>{text.book.none}</p>}
          </Part>
          <Part anchor="accept" {...text.accept} isOpen={waits("accept")}>
            {unattributed > 0n ? (
              <NeedsFundOfficer view={view} as="Finance">
                <AcceptForm view={view} />
              </NeedsFundOfficer>
            ) : (
              <p>{text.accept.none}</p>
            )}
          </Part>
          <Part anchor="release" {...text.release} isOpen={waits("release")}>
            {closed.length > 0 ? (
              <NeedsFundOfficer view={view} as="Finance">
                <ReleaseForm view={view} pots={closed} />
              </NeedsFundOfficer>
            ) : (
              <p>{text.release.none}</p>
            )}
          </Part>
        </div>
      )}
    </Section>
  );
}

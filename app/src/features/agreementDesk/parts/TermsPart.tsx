// SPDX-License-Identifier: Apache-2.0

import type { Role } from "#sdk/agency/officers.ts";
import { acceptTermsCall, dropOfferCall, hashTerms } from "#sdk/agreements/index.ts";
import { appError } from "../../../shared/errors/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { Empty, HexValue, Section, TextLink } from "../../../shared/ui/index.ts";
import { Doing } from "../acts/Doing.tsx";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { TermsComparison } from "./TermsComparison.tsx";
import termsClasses from "./terms.module.css";

const text = words.terms;
const DRAFTING: readonly Role[] = ["Administrator", "Preparer", "Finance"];

/** What is offered, to be signed or refused, and the terms in force. */
export function TermsPart({ view }: { readonly view: AgreementView }) {
  const { signed } = view.terms;
  const inForce = signed.at(-1);
  return (
    <Section title={text.title} hint={text.hint} anchor="terms" aside={<Amend view={view} />}>
      {() => (
        <div className={classes.padded}>
          <Offer view={view} />
          {inForce === undefined ? (
            view.agreement.offer === undefined ? (
              <Empty title={text.none}>{text.noneHint}</Empty>
            ) : null
          ) : (
            <details className={classes.story}>
              <summary>{text.inForce(inForce.terms.version, showMoment(inForce.acceptedAt))}</summary>
              <p>
                {text.hash} <HexValue value={inForce.termsHash} what={text.theHash} />
              </p>
              <TermsComparison view={view} before={undefined} after={inForce.terms} />
            </details>
          )}
        </div>
      )}
    </Section>
  );
}

/** The way to the form in which officers of the agency write the next version. */
function Amend({ view: { agreement, handle, standing } }: { readonly view: AgreementView }) {
  const isOpen = agreement.state === "Active" || agreement.state === "Proposed";
  const mayWrite = DRAFTING.some((role) => standing.agency.has(role));
  if (!isOpen || !mayWrite) return null;
  return (
    <TextLink to="/console/agreements/new" search={{ agreement: handle.address }}>
      {agreement.version === 0 ? text.write : text.amend}
    </TextLink>
  );
}

/** Terms that the agency has signed and the partner has not, beside those in force. */
function Offer({ view }: { readonly view: AgreementView }) {
  const { agreement, handle, terms, standing, now, names } = view;
  const { offered, signed } = terms;
  const { offer } = agreement;
  if (offer === undefined || offered === undefined) return null;
  const isLapsed = now > offer.lapsesAt;
  const maySign = standing.partner.has("Administrator");
  const mayDrop = maySign || standing.agency.has("Finance") || standing.agency.has("Approver");
  return (
    <div className={termsClasses.offer}>
      <h3 className={classes.milestoneTitle}>{text.offered(offered.terms.version)}</h3>
      <p className={classes.soft}>
        {isLapsed
          ? text.lapsed(showMoment(offer.lapsesAt))
          : text.waitsFor(names.agency, names.partner, showMoment(offer.lapsesAt))}
      </p>
      <TermsComparison view={view} before={signed.at(-1)?.terms} after={offered.terms} />
      <p>
        {text.hash} <HexValue value={offer.termsHash} what={text.theHash} />
      </p>
      {maySign && !isLapsed ? (
        <Doing
          name="accept-terms"
          label={text.sign}
          done={text.signed}
          build={async ({ suite }) => {
            // The hash of what is on this page, worked out here: what is signed is what was read.
            const settings = await handle.contract.settings();
            const { agency, partner, asset, currency, title } = settings;
            const own = { agency, partner, asset, currency, title };
            const hash = hashTerms(suite.chainId, handle.address, own, offered.terms);
            if (hash !== offer.termsHash) throw appError("other-terms");
            return acceptTermsCall(handle.address, offered.terms, hash);
          }}
        />
      ) : null}
      {mayDrop ? (
        <Doing
          name="drop-offer"
          label={maySign ? text.refuse : text.takeBack}
          done={text.dropped}
          isQuiet
          build={() => dropOfferCall(handle.address, offer.termsHash)}
        />
      ) : null}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0

import { lazyRouteComponent } from "@tanstack/react-router";

const desk = () => import("./features/desk/index.ts");
const council = () => import("./features/council/index.ts");
const accounts = () => import("./features/accounts/index.ts");
const agreementDesk = () => import("./features/agreementDesk/index.ts");
const fundDesk = () => import("./features/fundDesk/index.ts");
const settle = () => import("./features/settle/index.ts");

/** The console's pages. Each feature is loaded when it is first opened, or pointed at. */
export const consolePages = {
  waiting: lazyRouteComponent(() => import("./features/waiting/index.ts"), "WaitingPage"),
  desk: lazyRouteComponent(desk, "DeskPage"),
  newCycle: lazyRouteComponent(() => import("./features/newCycle/index.ts"), "NewCyclePage"),
  cycleDesk: lazyRouteComponent(desk, "CycleDeskPage"),
  approve: lazyRouteComponent(() => import("./features/approve/index.ts"), "ApprovePage"),
  load: lazyRouteComponent(() => import("./features/load/index.ts"), "LoadPage"),
  close: lazyRouteComponent(() => import("./features/close/index.ts"), "ClosePage"),
  closeProgramme: lazyRouteComponent(
    () => import("./features/closeProgramme/index.ts"),
    "CloseProgrammePage",
  ),
  messages: lazyRouteComponent(() => import("./features/messages/index.ts"), "MessagesPage"),
  accounts: lazyRouteComponent(accounts, "AccountsPage"),
  openAccounts: lazyRouteComponent(accounts, "OpenAccountsPage"),
  cards: lazyRouteComponent(() => import("./features/cards/index.ts"), "CardsPage"),
  shops: lazyRouteComponent(() => import("./features/shops/index.ts"), "ShopsPage"),
  terminal: lazyRouteComponent(() => import("./features/terminal/index.ts"), "TerminalPage"),
  receipts: lazyRouteComponent(() => import("./features/receiptSearch/index.ts"), "ReceiptsPage"),
  reconcile: lazyRouteComponent(() => import("./features/reconcile/index.ts"), "ReconcilePage"),
  correct: lazyRouteComponent(() => import("./features/correct/index.ts"), "CorrectPage"),
  settle: lazyRouteComponent(settle, "SettlePage"),
  settlement: lazyRouteComponent(settle, "SettlementPage"),
  council: lazyRouteComponent(council, "CouncilPage"),
  newProposal: lazyRouteComponent(council, "NewProposalPage"),
  proposal: lazyRouteComponent(council, "ProposalPage"),
  agreements: lazyRouteComponent(agreementDesk, "AgreementsPage"),
  newAgreement: lazyRouteComponent(agreementDesk, "NewAgreementPage"),
  agreement: lazyRouteComponent(agreementDesk, "AgreementPage"),
  funds: lazyRouteComponent(fundDesk, "FundsDeskPage"),
  fund: lazyRouteComponent(fundDesk, "FundDeskPage"),
  office: lazyRouteComponent(() => import("./features/officeDesk/index.ts"), "OfficePage"),
};

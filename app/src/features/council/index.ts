// SPDX-License-Identifier: Apache-2.0

export { CouncilPage } from "./CouncilPage.tsx";
export { NewProposalPage } from "./NewProposalPage.tsx";
export { ProposalPage } from "./ProposalPage.tsx";

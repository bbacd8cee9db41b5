// SPDX-License-Identifier: Apache-2.0

export { type DeployedContracts, type Deployment, parseDeployment } from "./deployments.ts";
// Typed contracts (made by the contract build) and where they are deployed.
export * from "./generated/index.ts";

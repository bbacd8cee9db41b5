// SPDX-License-Identifier: Apache-2.0

export { LandingPage } from "./LandingPage.tsx";
export { ProgrammesPage } from "./ProgrammesPage.tsx";

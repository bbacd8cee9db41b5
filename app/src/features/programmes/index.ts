// SPDX-License-Identifier: Apache-2.0

export { ProgrammesPage } from "./ProgrammesPage.tsx";

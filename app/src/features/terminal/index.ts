// SPDX-License-Identifier: Apache-2.0

export { TerminalPage } from "./TerminalPage.tsx";

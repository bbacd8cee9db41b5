// SPDX-License-Identifier: Apache-2.0

export { ProgrammePage } from "./ProgrammePage.tsx";

// SPDX-License-Identifier: Apache-2.0

export { CloseProgrammePage } from "./CloseProgrammePage.tsx";

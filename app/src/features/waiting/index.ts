// SPDX-License-Identifier: Apache-2.0

export { WaitingPage } from "./WaitingPage.tsx";

// SPDX-License-Identifier: Apache-2.0

export { VerifyPage } from "./VerifyPage.tsx";

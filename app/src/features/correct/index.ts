// SPDX-License-Identifier: Apache-2.0

export { CorrectPage } from "./CorrectPage.tsx";

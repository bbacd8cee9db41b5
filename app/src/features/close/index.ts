// SPDX-License-Identifier: Apache-2.0

export { ClosePage } from "./ClosePage.tsx";

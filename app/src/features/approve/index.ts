// SPDX-License-Identifier: Apache-2.0

export { ApprovePage } from "./ApprovePage.tsx";

// SPDX-License-Identifier: Apache-2.0

export { ReadinessPage } from "./ReadinessPage.tsx";

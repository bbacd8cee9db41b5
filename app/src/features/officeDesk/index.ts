// SPDX-License-Identifier: Apache-2.0

export { OfficePage } from "./OfficePage.tsx";

// SPDX-License-Identifier: Apache-2.0

export { DeskFrame } from "./DeskFrame.tsx";
export { Loaded } from "./Loaded.tsx";
export { useShopDetails } from "./queries.ts";

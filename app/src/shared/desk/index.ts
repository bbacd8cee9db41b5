// SPDX-License-Identifier: Apache-2.0

export { CycleFrame } from "./CycleFrame.tsx";
export { DeskFrame } from "./DeskFrame.tsx";
export { Loaded } from "./Loaded.tsx";
export { useShopDetails } from "./queries.ts";

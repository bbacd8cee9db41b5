// SPDX-License-Identifier: Apache-2.0

export { AddressPage } from "./AddressPage.tsx";
export { CycleFrame } from "./CycleFrame.tsx";
export { DeskFrame } from "./DeskFrame.tsx";
export { DeskPath } from "./DeskPath.tsx";
export { Loaded } from "./Loaded.tsx";
export { useShopDetails } from "./queries.ts";

// SPDX-License-Identifier: Apache-2.0

export { FollowPage } from "./FollowPage.tsx";

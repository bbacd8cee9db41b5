// SPDX-License-Identifier: Apache-2.0

export { Page } from "./Page.tsx";
export { Shell } from "./Shell.tsx";

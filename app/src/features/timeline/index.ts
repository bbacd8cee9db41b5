// SPDX-License-Identifier: Apache-2.0

export { TimelinePage } from "./TimelinePage.tsx";

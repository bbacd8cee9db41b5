// SPDX-License-Identifier: Apache-2.0

export { Notices } from "./Notices.tsx";
export { notify } from "./notice.ts";

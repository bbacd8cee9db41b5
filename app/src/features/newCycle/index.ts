// SPDX-License-Identifier: Apache-2.0

export { NewCyclePage } from "./NewCyclePage.tsx";

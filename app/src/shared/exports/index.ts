// SPDX-License-Identifier: Apache-2.0

export { ExportsSection } from "./ExportsSection.tsx";

// SPDX-License-Identifier: Apache-2.0

export { ShopsPage } from "./ShopsPage.tsx";

// SPDX-License-Identifier: Apache-2.0

export { CardsPage } from "./CardsPage.tsx";

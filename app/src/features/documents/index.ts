// SPDX-License-Identifier: Apache-2.0

export { DocumentsPage } from "./DocumentsPage.tsx";

// SPDX-License-Identifier: Apache-2.0

export { MessagesPage } from "./MessagesPage.tsx";

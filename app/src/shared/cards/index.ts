// SPDX-License-Identifier: Apache-2.0

export { type Card, cardNumber, cardPayload, readCard } from "./cardPayload.ts";
export { QrCode } from "./QrCode.tsx";

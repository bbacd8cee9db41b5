// SPDX-License-Identifier: Apache-2.0

export { type GivenReceiptFilter, ReceiptSearchForm } from "./ReceiptSearchForm.tsx";
export { receiptColumns } from "./receiptColumns.tsx";
export { settlementColumns } from "./settlementColumns.tsx";
export { type ShopCodes, useShopCodes } from "./useShopCodes.ts";

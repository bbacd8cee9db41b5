// SPDX-License-Identifier: Apache-2.0

export type { SortValue, VirtualColumn, VirtualColumns } from "./column.ts";
export { VirtualTable } from "./VirtualTable.tsx";

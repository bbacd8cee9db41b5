// SPDX-License-Identifier: Apache-2.0

export { backupApi } from "./api.ts";
export { identityIn } from "./identityIn.ts";
export { describeBackup, restoreBackup } from "./restoreBackup.ts";
export { type BackupFacts, type OfficeData, writeBackup } from "./writeBackup.ts";

// SPDX-License-Identifier: Apache-2.0

export { AnnonaError, type ErrorText } from "./AnnonaError.ts";

// SPDX-License-Identifier: Apache-2.0
// Being written by another engineer (killed relayer, killed chain, reorganisation, privacy): leave this file and test/e2e/privacy.test.ts alone.

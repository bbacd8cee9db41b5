// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Receipts",
  intro:
    "Find a receipt by its number, the household's account number or the shop. By the office's own household id, too: it is looked up on this machine and goes nowhere.",
  list: "Receipts on the ledger",
  byHousehold: "Household id",
  byHouseholdHint: "As it stands on your list.",
  find: "Find the account",
  noAccount: "No household with this id has an account. Check the id, or open an account first.",
  foundAccount: (account: number) => `The household has account ${account}.`,
  correct: "Correct",
  correctOf: (number: number) => `Correct receipt ${number}`,
  ofAccount: (account: number) => `Household with account ${account}`,
  action: "Next step",
};

export default en;

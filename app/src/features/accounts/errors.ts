// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../../shared/errors/index.ts";

/** The number that was named as the account that goes on is of no open account. */
export const noSuccessor = () =>
  new AppError({
    code: "ACCT-101",
    summary: "The successor is not the number of an open account.",
    next: "Check the number, or leave the field empty.",
  });

export const idOfThisAccount = () =>
  new AppError({
    code: "ACCT-102",
    summary: "This id leads to this account already.",
    next: "Nothing has to be done.",
  });

export const idOfOtherAccount = (number: number) =>
  new AppError(
    {
      code: "ACCT-103",
      summary: `This id belongs to account ${number} already.`,
      next: "Close that account and name this one as its successor.",
    },
    undefined,
    { number: String(number) },
  );

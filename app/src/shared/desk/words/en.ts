// SPDX-License-Identifier: Apache-2.0

const en = {
  waiting: "Waiting for me",
  cycle: (number: number) => `Cycle ${number}`,
  pathOfPages: "Where this page belongs",
};

export default en;

// SPDX-License-Identifier: Apache-2.0

const en = {
  waiting: "Waiting for me",
  pathOfPages: "Where this page belongs",
};

export default en;

// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Household ids are locked",
  why: "To find a household by its own id, this browser needs the office's key.",
  passphrase: "Office passphrase",
  staysHere:
    "It stays in this browser. The key is forgotten after half an hour without use and when you sign out.",
  ofDemonstration: (passphrase: string) => `In this demonstration it is: ${passphrase}`,
  show: "Show the passphrase",
  unlock: "Unlock",
};

export default en;

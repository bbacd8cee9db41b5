// SPDX-License-Identifier: Apache-2.0

const en = {
  low: "The relayer is running out of gas money",
  lowHint: (balance: string) =>
    `It has ${balance}. Send coin of this chain to its address; it goes on by itself.`,
  theAddress: "the relayer's address",
  states: {
    queued: "Waiting for its turn",
    running: "Under way",
    paused: "Paused",
    done: "Done",
    failed: "Stopped",
  },
};

export default en;

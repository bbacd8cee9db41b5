// SPDX-License-Identifier: Apache-2.0

const en = {
  steps: {
    allocate: (amount: string, recipient: string) => `Allocate ${amount} that is earmarked for ${recipient}`,
    book: (amount: string, recipient: string) => `Book ${amount} that ${recipient} gave back`,
    accept: (amount: string, _: string) => `Accept ${amount} that came unasked`,
    release: (amount: string, recipient: string) =>
      `Release ${amount} earmarked for ${recipient}, which is closed`,
  },
};

export default en;

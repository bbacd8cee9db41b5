// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  steps: {
    allocate: (amount, recipient) => `Allouer ${amount} affectés à ${recipient}`,
    book: (amount, recipient) => `Inscrire ${amount} que ${recipient} a rendus`,
    accept: (amount) => `Accepter ${amount} arrivés sans qu’on les demande`,
    release: (amount, recipient) => `Libérer ${amount} affectés à ${recipient}, qui est clos`,
  },
};

export default fr;

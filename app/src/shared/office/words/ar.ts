// SPDX-License-Identifier: Apache-2.0

import type { HeaderWords } from "./en.ts";

const ar: HeaderWords = {
  title: "المكتب",
  signedOutHint: "هناك المسودات والقوائم والمُرحِّل. الدخول بلا تكلفة: توقّع محفظتك نصاً.",
  signIn: "الدخول إلى المكتب",
  signingIn: "أكّد في محفظتك",
  declined: "لم توقّع. لم يتغير شيء.",
  signedInUntil: (time) => `أنت داخل حتى ${time}`,
  signOut: "الخروج",
  unreachable: "خادم المكتب لا يجيب.",
  unreachableHint: "يستمر ما يحتاج إلى السجل وحده، وتواصل هذه الصفحة المحاولة.",
  otherAccount: "تغيّر الحساب في محفظتك، فأُنهيت جلسة المكتب للحساب الآخر.",
  reading: "جارٍ سؤال خادم المكتب",
};

export default ar;

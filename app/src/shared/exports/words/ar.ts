// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const ar: Words = {
  title: "خذ الأرقام معك",
  hint: "الحقائق نفسها التي في هذه الصفحة، لجدول بيانات أو نظام آخر.",
  iati: "‏IATI 2.03 ‏(XML)",
  none: "بعضها يحتاج إلى معلومات لا تضيفها إلا المنظمة، ويبقى ناقصاً حتى تضيفها.",
  noCode: (currency) =>
    `لا رمز لـ ${currency} في IATI: يتوفر ملفه متى ذكرت المنظمة بأي عملة وبأي أسعار صرف تُبلّغ عن ${currency}. أما الملفات الأخرى فتذكره كما هو.`,
};

export default ar;

// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const ar: Words = {
  title: "خذ الأرقام معك",
  hint: "الحقائق نفسها التي في هذه الصفحة، لجدول بيانات أو نظام آخر.",
  iati: "‏IATI 2.03 ‏(XML)",
  none: "بعضها يحتاج إلى معلومات لا تضيفها إلا المنظمة، ويبقى ناقصاً حتى تضيفها.",
};

export default ar;

// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const ar: Words = {
  skipToContent: "انتقل إلى المحتوى",
  mainNavigation: "التنقل الرئيسي",
  menu: "القائمة",
  language: "اللغة",
  toDark: "التبديل إلى الألوان الداكنة",
  toLight: "التبديل إلى الألوان الفاتحة",
  footer:
    "كل ما يظهر هنا مقروء من السجل العام. لا تظهر الأسر إلا برقم الحساب، أما الأسماء وأرقام الهواتف والمعرّفات فلا تغادر المنظمة أبداً.",
  readiness: "هل سلسلة الكتل هي الأداة المناسبة؟ أسئلة لفرق البرامج",
  footerConsole:
    "المبالغ والدورات والإيصالات مقروءة من السجل العام، أما المسودات والقوائم والبطاقات فمن مكتب منظمتك. لا يعرف السجل الأسر إلا برقم الحساب، والأسماء وأرقام الهواتف والمعرّفات لا تغادر المنظمة أبداً.",
  officer: {
    connect: "اتصال",
    connecting: "جارٍ الاتصال",
    cannotConnect: "تعذّر تحميل هذا الجزء من الصفحة. تحقق من الاتصال وأعد التحميل.",
  },
  nav: {
    waiting: "في انتظاري",
    overview: "نظرة عامة",
    agreements: "الاتفاقيات",
    funds: "الصناديق",
    follow: "تتبّع تبرعي",
    timeline: "الأحداث",
    programmes: "البرامج",
    partners: "الشركاء",
    fundDesk: "الصناديق",
    accounts: "الحسابات",
    office: "المكتب",
    council: "المجلس",
    verify: "التحقق من الأرقام",
    documents: "التحقق من وثيقة",
  },
  live: {
    live: "مباشر",
    behind: "متأخر",
    silent: "لا يوجد رد",
    snapshot: "لقطة ثابتة",
    connecting: "جارٍ الاتصال",
    reached: (block, ago) => `قُرئ حتى الكتلة ${block}، آخر تحقق ${ago}`,
  },
};

export default ar;

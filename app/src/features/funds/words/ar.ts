// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const ar: Words = {
  title: "صناديق المانحين",
  intro:
    "يتلقى الصندوق التبرعات ويمررها إلى البرامج والاتفاقيات: الأول وروداً هو الأول خروجاً. لا يمكن أن يُدفع منه لأحد آخر.",
  list: "كل الصناديق",
  empty: "لا صناديق بعد",
  emptyHint: "يظهر الصندوق هنا حالما تفتحه منظمة في السجل.",
  one: "صندوق مانحين",
  back: "كل الصناديق",
  columns: {
    fund: "الصندوق",
    organisation: "المنظمة",
    contributed: "تُبرّع به",
    allocated: "خُصّص",
    held: "ينتظر",
    contributions: "التبرعات",
    recipient: "إلى",
    amount: "المبلغ",
    returned: "عاد",
    day: "اليوم",
    reference: "المرجع",
    earmark: "مخصص لـ",
    what: "ماذا",
    available: "ينتظر",
    transaction: "المعاملة",
  },
  money: {
    title: "أموال الصندوق",
    hint: "ما تُبرّع به وما عاد معاً يساويان ما خُصّص وما ينتظر.",
    place: "السطر",
    chart: "الحصة",
    contributed: "تبرع به المانحون",
    returned: "عاد من المتلقين",
    allocated: "خُصّص لبرامج واتفاقيات",
    held: "ينتظر التخصيص",
    unbooked: "عاد ولم يُقيَّد بعد",
    unattributed: "عاد ولا يُنسب إلى تبرع",
  },
  pots: {
    title: "ما خُصّص له",
    hint: "المال المقيّد لا يذهب إلى غير وجهته، ويبقى مقيّداً إن عاد.",
    none: "لأي برنامج أو اتفاقية",
  },
  contributions: {
    title: "التبرعات",
    hint: "الأحدث أولاً. تتبّع أحدها لترى أين هو الآن.",
    empty: "لا تبرعات بعد",
    emptyHint: "يظهر التبرع هنا حالما يكون في السجل.",
    follow: "تتبّع",
    followThis: (name) => `تتبّع التبرع ${name}`,
    anonymous: "وصل بلا اسم",
    numbered: (id) => `رقم ${id}`,
    kinds: { given: "تبرع", unasked: "وصل دون طلب وقُبل", returned: "عاد", released: "رُفع التقييد" },
    any: "أي شيء",
  },
  allocations: {
    title: "التخصيصات",
    hint: "قرّر كلاً منها موظفان.",
    empty: "لا تخصيصات بعد",
    emptyHint: "يظهر التخصيص هنا حالما يرسل موظفان مالاً إلى برنامج أو اتفاقية.",
    released: "رُفع التقييد",
    earmarked: "من مال مقيّد",
  },
  happened: "كل ما حدث في هذا الصندوق",
};

export default ar;

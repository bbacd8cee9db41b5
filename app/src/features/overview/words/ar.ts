// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const ar: Words = {
  title: "إلى أين يذهب المال",
  intro:
    "كل تبرع وكل دفعة، وصولاً إلى المعاملة الواحدة في السجل العام. بلا محفظة ولا حساب: اقرأ وتحقق وخذ الأرقام معك.",
  follow: "تتبّع تبرعي",
  verify: "تحقق من هذه الأرقام بنفسك",
  facts: {
    programmes: "البرامج",
    agreements: "اتفاقيات مع شركاء",
    funds: "صناديق المانحين",
    households: "أسر وصلها الدعم",
    people: "أشخاص وصلهم الدعم",
  },
  fewHouseholds: "أقل من 10",
  peopleUnknown: "ليس في السجل",
  reachHint:
    "أسر اشترت مرة واحدة على الأقل، وتُعدّ كل منها مرة واحدة؛ مقرّبة إلى العشرة الأدنى، ولا تُذكر المجموعات دون 10. عدد أفراد الأسرة ليس في السجل.",
  money: {
    title: (currency) => `الأموال بعملة ${currency}`,
    hint: "كل ما بلغ كل خطوة. يفتح كل رقم معاملاته.",
    state: "الخطوة",
    chart: "مقارنة بكل التبرعات",
    amount: (currency) => `المبلغ (${currency})`,
    open: (state, amount, entries) => `${state}: ${amount}، ${entries}`,
    entry: { one: "قيد واحد", two: "قيدان", few: "قيود", other: "قيداً" },
  },
  months: {
    amount: (state, amount) => `${state}: ${amount}`,
    title: (currency) => `شهراً بشهر (${currency})`,
    hint: "ما أُعطي وما خُصّص وما أنفقته الأسر وما دُفع للمتاجر والشركاء في كل شهر.",
    table: "أرقام الرسم في جدول",
    month: "الشهر",
    latest: (months) => `رُسمت آخر ${months} شهراً؛ وفي الجدول كلها.`,
  },
  where: {
    title: (currency) => `أين هو الآن (${currency})`,
    hint: "تقف كل وحدة تُبرّع بها في سطر واحد لا غير.",
    place: "المكان",
    chart: "الحصة",
    explained: "كل وحدة لها تفسير.",
    unexplained: "بلا تفسير",
    unexplainedMeaning: "تُبرّع به وليس في أي من الأماكن أعلاه. يُعرض ولا يُخفى: اسأل من يدير الصناديق.",
    unattributed: (amount) => `منه ${amount} عاد إلى صندوق ولم يمكن نسبه إلى أي تبرع.`,
  },
  cost: {
    title: (currency) => `ما كلفة ذلك (${currency})`,
    transfers: "تحويلات إلى الأسر",
    amount: "قيمتها",
    commission: "عمولات المتاجر والوكلاء",
    perTransfer: "العمولة لكل تحويل",
    gas: "رسوم السجل لكل تحويل",
    gasUnknown: "لم يقرأها هذا الموقع",
    gasMeaning: (transactions, whole) =>
      `رسوم السجل: ${whole} مقابل ${transactions} شاركت فيها البرامج، من التمويل والقوائم حتى التسويات، مقسومة على التحويلات.`,
    transaction: { one: "معاملة واحدة", two: "معاملتين", few: "معاملات", other: "معاملة" },
    none: "لا تحويلات بعد",
  },
  rates: {
    title: (currency) => `أسعار الصرف المستخدمة لعملة ${currency}`,
    hint: "سُجّل كل منها مع وثيقة عندما أُصدرت وحدات مقابل تمويل.",
    none: "لم يُسجَّل صرف لهذه العملة.",
    issued: "أُصدر",
    against: "مقابل",
    rate: "السعر",
    document: "الوثيقة",
    check: "تحقق من الوثيقة",
    one: (source, amount) => `${source} = ${amount}`,
  },
  breakdown: {
    title: "حسب البرنامج والدورة والمتجر",
    hint: "لا تُميَّز المناطق: فهي في القوائم التي تحفظها المنظمات، وليست في السجل العام أبداً.",
    by: "التفصيل",
    programme: "البرامج",
    cycle: "الدورات",
    shop: "المتاجر",
    name: "الاسم",
    reserved: "محجوز",
    redeemed: "صُرف",
    settled: "سُوّي",
    targeted: "أسر في القوائم",
    reached: "أسر وصلها الدعم",
    empty: "لا شيء بعد",
    emptyHint: "يظهر سطر حالما تكون لبرنامج دورة معتمدة أو متجر.",
  },
  empty: "لا مال بعد",
  emptyHint: "تظهر الأرقام هنا حالما يتبرع أحد لصندوق أو برنامج أو اتفاقية.",
};

export default ar;

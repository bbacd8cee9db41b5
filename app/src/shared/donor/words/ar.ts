// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const ar: Words = {
  states: {
    contributed: { name: "تُبرّع به", meaning: "أُعطي لصندوق مانحين، أو مباشرة لبرنامج أو لاتفاقية شريك." },
    allocated: { name: "خُصّص", meaning: "أُدخل في برامج واتفاقيات مع شركاء." },
    reserved: { name: "حُجز", meaning: "وُضع جانباً لأسر في قوائم معتمدة." },
    redeemed: { name: "صُرف", meaning: "أنفقته الأسر في المتاجر ولدى وكلاء الصرف." },
    settled: { name: "سُوّي", meaning: "خرج إلى المتاجر والشركاء عبر السجل أو عبر مصرف." },
    reconciled: { name: "طوبق", meaning: "ما ثبت مما خرج: دُفع في السجل، أو أكده مصرف، أو قُدّم حسابه." },
    returned: { name: "أُعيد", meaning: "لم يُنفق وعاد إلى من أعطاه." },
  },
  whereabouts: {
    inFunds: "في صناديق المانحين بانتظار التخصيص",
    unbooked: "عاد إلى الصناديق ولم يُقيَّد بعد",
    free: "في البرامج ولم يُوعد به أحد بعد",
    fees: "في البرامج، محفوظ للعمولات",
    reserved: "في البرامج، محجوز للأسر",
    owed: "أنفقته الأسر وهو مستحق للمتاجر",
    instructed: "في الطريق عبر مصرف",
    paidToShops: "دُفع للمتاجر",
    escrow: "في حساب ضمان للشركاء",
    paidToPartners: "دُفع للشركاء",
    returned: "عاد إلى مصادر خارج صناديق هذا السجل",
  },
  stages: {
    waiting: { name: "ينتظر في الصندوق", meaning: "لم تدعُ إليه الحاجة بعد؛ هو التالي في الدور." },
    returning: { name: "في طريق العودة", meaning: "لم يُنفق ولم يقيّده الصندوق بعد." },
    free: { name: "في الميزانية", meaning: "لدى البرنامج أو في حساب الضمان، ولم يُوعد به أحد." },
    fees: { name: "محفوظ للعمولات", meaning: "ما تتقاضاه المتاجر ووكلاء الصرف عن خدمتهم." },
    reserved: { name: "موضوع جانباً", meaning: "اعتُمد لأسر، أو لعمل سُلّم." },
    redeemed: { name: "أنفقته الأسر", meaning: "اشتُري به من متجر لم يُدفع له بعد." },
    settled: { name: "في الطريق", meaning: "الأمر لدى المصرف؛ أو تسلّمه شريك مقدَّماً." },
    unexplained: { name: "بلا تفسير", meaning: "خرج من الصندوق ولا تقول الدفاتر أين هو." },
    reconciled: { name: "وصل", meaning: "دُفع للمتجر، أو للشريك عن عمل جرى التحقق منه." },
  },
  agreementStates: {
    Proposed: "قيد الاتفاق",
    Active: "سارية",
    Completed: "مكتملة",
    Terminated: "انتهت مبكراً",
  },
  milestoneStates: {
    None: "غير معروف",
    Planned: "مخطط",
    Submitted: "سُلّم",
    Returned: "أُعيد",
    Verified: "جرى التحقق منه",
    Disputed: "لدى المحكّم",
    Paid: "مدفوع",
    Cancelled: "ملغى",
  },
  milestoneKinds: { Deliverable: "عمل مُنجز", Advance: "سلفة", Reimbursement: "سداد نفقات" },
  milestone: (id) => `المرحلة ${id}`,
  shop: (code) => `المتجر ${code}`,
  cycle: (id) => `الدورة ${id}`,
  kinds: { fund: "صندوق مانحين", programme: "برنامج", agreement: "اتفاقية مع شريك" },
  theTransaction: "المعاملة",
  transaction: "المعاملة",
  openTransaction: "افتح المعاملة في مستكشف",
  atLeast: (count) => `${count} على الأقل`,
  unknownCurrency: "وحدة",
};

export default ar;

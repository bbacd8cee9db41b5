// SPDX-License-Identifier: Apache-2.0

import type { LedgerWords } from "./ledger.en.ts";

/** Arabic words for the codes that the contracts use. */
export const ledgerWords: LedgerWords = {
  modalities: { Voucher: "قسائم", Cash: "نقد" },
  cycleKinds: { Regular: "عادية", TopUp: "تكميلية", Corrective: "تصحيحية", FollowUp: "متابعة" },
  shopKinds: { Retailer: "متجر", CashAgent: "وكيل صرف", Provider: "مزوّد دفع" },
  payoutModes: { Token: "رمز رقمي", Bank: "مصرف" },
  receiptKinds: { sale: "بيع", refund: "استرداد" },
  outcomes: { credited: "محتسب", rejected: "مرفوض", corrected: "مصحَّح" },
  correctionKinds: { Honour: "اعتُمد", Reverse: "أُلغي", ReEnter: "أُعيد إدخاله" },
  recognitions: {
    "card-pin": "بطاقة ورمز سري",
    biometric: "قياسات حيوية",
    document: "وثيقة",
    override: "بقرار من المتجر",
  },
  rejections: {
    Malformed: "قيد غير صالح",
    CycleEnded: "انتهت الدورة",
    OutsidePeriod: "تاريخه خارج الدورة",
    NotEnoughLeft: "لم يبقَ من الاستحقاق ما يكفي",
    AccountHeld: "الحساب موقوف",
    AccountClosed: "الحساب مغلق",
    OverTerminalLimit: "يتجاوز حدّ الجهاز",
    OverCeiling: "يتجاوز سقف المتجر",
    NoSuchSale: "لا يوجد بيع كهذا لاسترداده",
    RefundAboveSales: "الاسترداد أكبر من مبيعات هذا الجهاز",
    RefundAboveOwed: "الاسترداد أكبر مما يستحقه المتجر",
    RefundAboveList: "الاسترداد أكبر من الاستحقاق",
  },
  settlementStates: {
    Instructed: "أُمر بالدفع",
    Paid: "مدفوعة",
    Returned: "أعادها المصرف",
    Refused: "مرفوضة وما زالت مستحقة",
  },
  documentKinds: {
    ControlSheet: "ورقة مراقبة قائمة الاستحقاقات",
    Statement: "كشف مطابقة",
    BankStatement: "كشف مصرفي",
    Evidence: "إثبات",
    Assessment: "تقييم",
    Funding: "تمويل",
    Rationale: "مسوّغ",
    Other: "غير ذلك",
  },
};

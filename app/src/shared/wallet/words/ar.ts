// SPDX-License-Identifier: Apache-2.0

import type { HeaderWords } from "./en.ts";

const ar: HeaderWords = {
  connect: "اتصال",
  connecting: "جارٍ الاتصال",
  connectTitle: "صِل محفظتك",
  connectHint: "يمكن قراءة كل شيء بلا محفظة. أما التصرف فيوقّعه كل موظف بمحفظته.",
  noWallet: "لا توجد محفظة في هذا المتصفح",
  noWalletHint: "ثبّت محفظة إيثريوم كإضافة للمتصفح، أو افتح هذه الصفحة في متصفح محفظتك.",
  connectWith: (wallet) => `الاتصال عبر ${wallet}`,
  notConnectedNow: "لم يتم الاتصال. لم يتغير شيء.",
  cannotConnect: "لم تتصل المحفظة. افتحها وألغِ قفلها ثم حاول مجدداً.",
  officer: "الموظف",
  theAddress: "عنوانك",
  with: (wallet) => `عبر ${wallet}`,
  atOrganisation: (organisation) => `لدى ${organisation}`,
  noRoleAt: (organisation) => `ليس لهذا العنوان دور لدى ${organisation}. يمكنك قراءة كل شيء.`,
  rolesUnknown: "تعذّرت قراءة أدوارك من السجل.",
  wrongNetwork: "شبكة خاطئة",
  wrongNetworkHint: (name) => `محفظتك على شبكة أخرى. هذه المنصة تعمل على ${name}.`,
  switchTo: (name) => `التبديل إلى ${name}`,
  didNotSwitch: "لم تبدّل المحفظة الشبكة. لم يتغير شيء.",
  disconnect: "قطع الاتصال",
  needs: {
    reading: "تُقرأ أدوارك من السجل",
    noOrganisation: "لم تُضبط هذه المنصة لأي منظمة، فلا أحد يستطيع التصرف هنا. أبلغ من يديرها.",
  },
  roles: {
    Administrator: "مدير",
    Preparer: "معدّ القوائم",
    Approver: "معتمِد",
    Finance: "المالية",
    Custodian: "أمين الحسابات",
    Monitor: "مراقب",
    Guardian: "حارس",
  },
};

export default ar;

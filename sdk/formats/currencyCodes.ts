// SPDX-License-Identifier: Apache-2.0

/**
 * Currencies that published files may name: those of ISO 4217 in use, and the few that IATI's complete code list has besides (XBT and some
 * that ended after it was last replicated). Neither knows a code for ether, nor does IATI's know XXX, "no currency".
 */
const CODES = new Set(
  (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP " +
    "CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS " +
    "INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK " +
    "MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS " +
    "SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XBT XCD XCG XDR " +
    "XOF XPF YER ZAR ZMW ZWG ZWL"
  ).split(" "),
);

/** Whether a published file may name this currency. */
export function isPublishedCurrency(code: string): boolean {
  return CODES.has(code);
}

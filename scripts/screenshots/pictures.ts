// SPDX-License-Identifier: Apache-2.0
import { z } from "zod";
import { PHONE_WIDTH } from "./desks.ts";
import { donorPictures } from "./donorPictures.ts";
import { agreementPictures, councilPictures, fundPictures } from "./partnerPictures.ts";
import type { Picture } from "./picture.ts";
import { showComparison, showMessages, showProblems, showSale, unlock } from "./steps.ts";

const settlementsSchema = z.object({ items: z.array(z.object({ statement: z.string() })) });
const programmesSchema = z.object({ items: z.array(z.object({ address: z.string(), name: z.string() })) });
const addressesSchema = z.object({ items: z.array(z.object({ address: z.string() })) });
const receiptsSchema = z.object({ items: z.array(z.object({ terminal: z.string() })) });

/** Every page of the demonstration that runs at the address. */
export async function allPictures(url: string): Promise<Picture[]> {
  const { items } = await ask(`${url}/api/programmes`, programmesSchema);
  // The voucher programme shows every kind of money at once.
  const address = (items.find(({ name }) => name.startsWith("Food vouchers")) ?? items[0])?.address ?? "";
  const api = `${url}/api/programmes/${address}`;
  const settled = await ask(`${api}/settlements`, settlementsSchema);
  const sold = await ask(`${api}/receipts?shop=3&limit=1`, receiptsSchema);
  const [agreement, fund] = await Promise.all(
    ["agreements", "funds"].map(async (list) => {
      const { items } = await ask(`${url}/api/${list}`, addressesSchema);
      return items[0]?.address ?? "";
    }),
  );
  if (agreement === undefined || fund === undefined) throw new Error("The demonstration is not whole.");
  return [
    ...publicPictures(address, settled.items[0]?.statement ?? ""),
    ...donorPictures(agreement, fund),
    ...agreementPictures(agreement),
    ...fundPictures(fund),
    ...councilPictures(),
    ...listPictures(address),
    ...shopPictures(address, sold.items[0]?.terminal ?? ""),
    ...variants(address),
  ];
}

function publicPictures(address: string, statement: string): Picture[] {
  const programme = `/programmes/${address}`;
  return [
    { name: "programmes", path: "/programmes", height: 520 },
    { name: "programme", path: programme, height: 960 },
    { name: "programme-dark", path: programme, scheme: "dark", height: 960 },
    { name: "receipts", path: programme, height: 700, heading: "Receipts" },
    { name: "programme-phone", path: programme, width: PHONE_WIDTH, height: 800 },
    { name: "documents", path: `/documents?hash=${statement}`, height: 760 },
  ];
}

/** From a list to a cycle, and its households. */
function listPictures(address: string): Picture[] {
  const desk = deskOf(address);
  return [
    { name: "console-waiting", officer: "finance", path: "/console", height: 860 },
    { name: "console-programme", officer: "preparer", path: desk, height: 1100 },
    {
      name: "console-new-cycle",
      officer: "preparer",
      path: `${desk}/new-cycle`,
      height: 1100,
      show: showProblems,
    },
    { name: "console-cycle", officer: "approver", path: `${desk}/cycles/2`, height: 960 },
    { name: "console-approve", officer: "approver", path: `${desk}/cycles/2/approve`, height: 1250 },
    { name: "console-load", officer: "preparer", path: `${desk}/cycles/1/load`, height: 640 },
    { name: "console-close", officer: "finance", path: `${desk}/cycles/1/close`, height: 960 },
    {
      name: "console-messages",
      officer: "preparer",
      path: `${desk}/cycles/1/messages`,
      height: 1000,
      show: showMessages,
    },
    {
      name: "console-accounts",
      officer: "custodian",
      path: "/console/accounts?account=257",
      height: 1100,
      show: unlock,
    },
    { name: "console-open-accounts", officer: "custodian", path: "/console/accounts/open", height: 640 },
    { name: "console-cards", officer: "custodian", path: "/console/accounts/cards", height: 560 },
    { name: "console-office", officer: "administrator", path: "/console/office", height: 1250 },
  ];
}

/** Shops, what they sold, and their money. */
function shopPictures(address: string, terminal: string): Picture[] {
  const desk = deskOf(address);
  const receipt = `terminal=${terminal}&number=3&cycle=1&kind=reverse`;
  return [
    { name: "console-shops", officer: "finance", path: `${desk}/shops`, height: 960 },
    { name: "console-shop", officer: "custodian", path: `${desk}/shops?shop=1`, height: 900 },
    {
      name: "console-terminal",
      path: `${desk}/terminal`,
      width: PHONE_WIDTH,
      height: 800,
      show: showSale(desk),
    },
    { name: "console-receipts", officer: "finance", path: `${desk}/receipts`, height: 800 },
    {
      name: "console-reconcile",
      officer: "finance",
      path: `${desk}/reconcile?shop=3&cycle=1`,
      height: 860,
      heading: "Result",
      show: showComparison(`/api/programmes/${address}/receipts?shop=3&limit=200`),
    },
    { name: "console-correct", officer: "finance", path: `${desk}/correct?${receipt}`, height: 960 },
    { name: "console-settle", officer: "finance", path: `${desk}/settle`, height: 760 },
    { name: "console-settlement", officer: "finance", path: `${desk}/settlements/2`, height: 1000 },
  ];
}

/** The same pages in the dark, on a phone, in other languages. */
function variants(address: string): Picture[] {
  const officer = "finance";
  const desk = deskOf(address);
  return [
    { name: "console-waiting-french", officer, path: "/console", height: 860, language: "fr-FR" },
    { name: "console-waiting-arabic", officer, path: "/console", height: 860, language: "ar" },
    { name: "console-programme-dark", officer, path: desk, height: 1100, scheme: "dark" },
    { name: "console-programme-phone", officer, path: desk, width: PHONE_WIDTH, height: 800 },
  ];
}

function deskOf(address: string): string {
  return `/console/programmes/${address}`;
}

async function ask<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await fetch(url)).json());
}

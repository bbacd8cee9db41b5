// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { AbiCoder, Wallet } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { terminalKey } from "#scripts/seed/people.ts";
import { revokeTerminalCall } from "#sdk/agency/index.ts";
import { contractNumber } from "#sdk/errors/contractWords.ts";
import type { TestAgency } from "./support/agency.ts";
import { ORIGIN } from "./support/browser.ts";
import { deployContractAccount } from "./support/contractAccount.ts";
import { refused } from "./support/desk.ts";
import { type OfficePlace, openPlace } from "./support/place.ts";
import type { TestServer } from "./support/server.ts";

/** Longer than the server remembers roles. */
const ROLES_ARE_READ_AGAIN = 3_200;
const MINUTE = 60;

describe("signing in to the office", () => {
  let place: OfficePlace;
  let agency: TestAgency;
  let server: TestServer;

  before(async () => {
    place = await openPlace();
    ({ agency, server } = place);
  });

  after(() => place?.stop());

  const grant = async (officer: string, role: string): Promise<void> => {
    const { suite, people, organisation } = agency;
    const to = suite.deployment.contracts.consortium;
    for (const [name, args] of [
      ["proposeGrant", [organisation, contractNumber("role", role) ?? 0, officer, 0]],
      ["activateGrant", [organisation, contractNumber("role", role) ?? 0, officer]],
    ] as const) {
      const data = suite.consortium.interface.encodeFunctionData(name as "proposeGrant", args as never);
      await signAndSend(people.administrator, { to, data });
    }
  };

  it("tells everybody how the office is, and nothing else without a session", async () => {
    const { client } = server.browser();
    const status = await client.status();
    assert.deepEqual(status, {
      chainId: 31_337,
      organisation: { id: agency.organisation, name: "Test Relief" },
      relayer: null,
      problem: null,
    });
    await assert.rejects(client.me(), refused("OFFICE-101"));
    await assert.rejects(client.listDrafts(), refused("OFFICE-101"));
    await assert.rejects(client.readHouseholdPage(1), refused("OFFICE-101"));
    await assert.rejects(client.listJobs(), refused("OFFICE-101"));
  });

  it("takes an officer's signature and says who they are", async () => {
    const browser = server.browser();
    const me = await browser.signIn(agency.people.preparer);
    assert.equal(me.kind, "officer");
    assert.equal(me.address, agency.people.preparer.address);
    assert.deepEqual(me.roles, ["Preparer"]);
    assert.deepEqual(await browser.client.me(), me);
    await browser.client.signOut();
    await assert.rejects(browser.client.me(), refused("OFFICE-101"));
  });

  it("gives a cookie that scripts, other sites and plain http cannot have", async () => {
    const browser = server.browser();
    await browser.signIn(agency.people.preparer);
    const [cookie = ""] = browser.setCookies;
    assert.match(cookie, /^__Host-annona_office_1=[\w-]{43};/);
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=28800"]) {
      assert.ok(cookie.includes(attribute), attribute);
    }
    const local = server.browser("http://127.0.0.1:9201");
    await local.signIn(agency.people.preparer);
    const [plain = ""] = local.setCookies;
    assert.match(plain, /^annona_office_1=[\w-]{43};/);
    assert.ok(!plain.includes("Secure") && plain.includes("HttpOnly") && plain.includes("SameSite=Strict"));
  });

  it("takes each challenge once, and only while it is fresh", async () => {
    const browser = server.browser();
    const { nonce } = await browser.client.challenge();
    await browser.signIn(agency.people.preparer, { nonce });
    await assert.rejects(browser.signIn(agency.people.preparer, { nonce }), refused("OFFICE-103"));
    await assert.rejects(
      browser.signIn(agency.people.preparer, { nonce: "0123456789abcdef" }),
      refused("OFFICE-103"),
    );
    const { nonce: old } = await browser.client.challenge();
    server.pass(10 * MINUTE);
    await assert.rejects(browser.signIn(agency.people.preparer, { nonce: old }), refused("OFFICE-103"));
  });

  it("uses a challenge up even when the signature is wrong", async () => {
    const browser = server.browser();
    const { nonce } = await browser.client.challenge();
    const forge = (text: string) => text.replace("Sign in to", "Hand over");
    await assert.rejects(browser.signIn(agency.people.preparer, { nonce, forge }), refused("OFFICE-107"));
    await assert.rejects(browser.signIn(agency.people.preparer, { nonce }), refused("OFFICE-103"));
  });

  it("refuses what was signed for another site, network or time, or by another key", async () => {
    const { preparer, approver } = agency.people;
    const cases = [
      [{ domain: "evil.example.org" }, "OFFICE-105"],
      [{ uri: "https://evil.example.org" }, "OFFICE-105"],
      [{ chainId: 1 }, "OFFICE-106"],
      [{ issuedAt: new Date(Date.now() - 3_600_000) }, "OFFICE-104"],
      [{ issuedAt: new Date(Date.now() + 7_200_000) }, "OFFICE-104"],
      [{ expirationTime: new Date(Date.now() - 1_000) }, "OFFICE-104"],
      [{ address: approver.address }, "OFFICE-107"],
    ] as const;
    for (const [changes, code] of cases) {
      await assert.rejects(server.browser().signIn(preparer, changes), refused(code), code);
    }
    const message = { message: "Hello", signature: `0x${"11".repeat(65)}` };
    await assert.rejects(server.browser().client.signIn(message), refused("OFFICE-104"));
  });

  it("refuses whoever has no role", async () => {
    await assert.rejects(
      server.browser().signIn(new Wallet(Wallet.createRandom().privateKey)),
      refused("OFFICE-109"),
    );
  });

  it("takes the word of an account that is a contract (ERC-1271)", async () => {
    const owner = agency.people.donor;
    const address = await deployContractAccount(owner);
    await grant(address, "finance");
    const browser = server.browser();
    const me = await browser.signIn(owner, { address });
    assert.equal(me.address, address);
    assert.deepEqual(me.roles, ["Finance"]);
    await assert.rejects(server.browser().signIn(agency.people.preparer, { address }), refused("OFFICE-107"));

    // The same good signature with a call for the node to make before it asks the account (ERC-6492).
    const wrap = (signature: string): string => {
      const parts = AbiCoder.defaultAbiCoder().encode(
        ["address", "bytes", "bytes"],
        [owner.address, "0x", signature],
      );
      return `${parts}${"6492".repeat(16)}`;
    };
    await assert.rejects(server.browser().signIn(owner, { address, wrap }), refused("OFFICE-107"));
  });

  it("takes a terminal beside an officer in the same browser, until the terminal is revoked", async () => {
    const browser = server.browser();
    await browser.signIn(agency.people.custodian);
    const me = await browser.signInTerminal(terminalKey(2));
    assert.equal(me.kind, "terminal");
    assert.deepEqual(me.roles, []);
    assert.deepEqual(me.terminals, [{ programme: agency.programme.address, shop: 1 }]);
    assert.equal((await browser.client.me()).kind, "officer");
    await assert.rejects(browser.terminal.listDrafts(), refused("OFFICE-202"));
    await assert.rejects(browser.signInTerminal(agency.people.custodian), refused("OFFICE-109"));

    const { custodian } = agency.people;
    const terminal = terminalKey(2).address;
    await signAndSend(custodian, revokeTerminalCall(agency.programme, terminal));
    await pause(ROLES_ARE_READ_AGAIN);
    await assert.rejects(browser.terminal.me(), refused("OFFICE-102"));
    assert.equal((await browser.client.me()).kind, "officer");
  });

  it("lets a removed officer out at once", async () => {
    const officer = agency.people["shop-3-wallet"];
    await grant(officer.address, "monitor");
    const browser = server.browser();
    assert.deepEqual((await browser.signIn(officer)).roles, ["Monitor"]);
    const { suite, people, organisation } = agency;
    const data = suite.consortium.interface.encodeFunctionData("removeOfficer", [
      organisation,
      contractNumber("role", "monitor") ?? 0,
      officer.address,
    ]);
    await signAndSend(people.administrator, { to: suite.deployment.contracts.consortium, data });
    await pause(ROLES_ARE_READ_AGAIN);
    await assert.rejects(browser.client.listDrafts(), refused("OFFICE-102"));
    await assert.rejects(browser.client.me(), refused("OFFICE-101"));
  });

  it("ends a session that is not used for half an hour, and any after eight hours", async () => {
    const issuedAt = () => new Date(Date.now() + 10 * MINUTE * 1_000);
    const idle = server.browser();
    await idle.signIn(agency.people.preparer, { issuedAt: issuedAt() });
    server.pass(29 * MINUTE);
    await idle.client.me();
    server.pass(29 * MINUTE);
    await idle.client.me();
    server.pass(30 * MINUTE);
    await assert.rejects(idle.client.me(), refused("OFFICE-101"));
  });

  it("begins another session with each sign-in, and the one before ends", async () => {
    const ahead = (98 * MINUTE + 10) * 1_000;
    const browser = server.browser();
    await browser.signIn(agency.people.preparer, { issuedAt: new Date(Date.now() + ahead) });
    const [first = ""] = browser.setCookies;
    await browser.signIn(agency.people.approver, { issuedAt: new Date(Date.now() + ahead) });
    assert.deepEqual((await browser.client.me()).roles, ["Approver"]);
    const old = await fetch(`${server.url}/office/me`, { headers: { cookie: first.split(";", 1)[0] ?? "" } });
    assert.equal(old.status, 401);
    for (let minutes = 0; minutes < 480; minutes += 20) {
      await browser.client.me();
      server.pass(20 * MINUTE);
    }
    await assert.rejects(browser.client.me(), refused("OFFICE-101"));
  });

  it("answers only the office's own pages", async () => {
    const evil = server.browser("https://evil.example.org");
    await assert.rejects(evil.client.status(), refused("OFFICE-203"));
    await assert.rejects(evil.signIn(agency.people.preparer), refused("OFFICE-203"));
    const withoutOrigin = await fetch(`${server.url}/office/session`, { method: "DELETE" });
    assert.equal(withoutOrigin.status, 403);

    const preflight = (origin: string) =>
      fetch(`${server.url}/office/drafts`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "PATCH" },
      });
    const allowed = await preflight(ORIGIN);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get("access-control-allow-origin"), ORIGIN);
    assert.equal(allowed.headers.get("access-control-allow-credentials"), "true");
    assert.match(allowed.headers.get("access-control-allow-headers") ?? "", /If-Match/i);
    assert.equal(
      (await preflight("https://evil.example.org")).headers.get("access-control-allow-origin"),
      null,
    );
  });

  it("is never shown, framed or kept by a browser", async () => {
    const { headers } = await fetch(`${server.url}/office/status`, { headers: { origin: ORIGIN } });
    assert.equal(headers.get("cache-control"), "no-store");
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cross-origin-resource-policy"), "same-site");
    assert.equal(headers.get("access-control-allow-origin"), ORIGIN);
  });

  it("writes neither addresses nor nonces nor cookies into its log", async () => {
    assert.ok(server.lines.length > 50);
    for (const line of server.lines) {
      assert.match(
        line,
        /^office: (GET|POST|PUT|PATCH|DELETE|OPTIONS) \S+( route\))? \d{3} \d+ ms( OFFICE-\d{3})?$/,
      );
      assert.doesNotMatch(line, /0x|[0-9a-f]{16}/i);
    }
  });
});

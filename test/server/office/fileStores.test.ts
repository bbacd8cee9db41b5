// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readConfig } from "#server/office/config.ts";
import { type FileStore, FolderStore, keyOf, S3Store } from "#server/office/files/index.ts";
import { startBucket, type TestBucket } from "#test/server/support/bucket.ts";
import { noS3, startS3, type TestS3 } from "#test/server/support/s3.ts";
import { refusalOf, type SignedRequest } from "#test/server/support/signatureV4.ts";

const AGREEMENT = "0xAbCdEF0123456789abcdef0123456789ABCDEF01";
const HASH = `0x${"7e".repeat(32)}`;
const KEY = keyOf(AGREEMENT, HASH);
const CONTENT = new Uint8Array([0, 1, 2, 255, 10, 13]);

/** What every storage of files does. */
function behaves(storeOf: () => FileStore): void {
  it("has nothing where nothing was put", async () => {
    assert.equal(await storeOf().get(keyOf(AGREEMENT, `0x${"00".repeat(32)}`)), undefined);
  });

  it("gives back byte for byte what was put, also when it was put twice, and nothing for nothing", async () => {
    await storeOf().put(KEY, CONTENT);
    await storeOf().put(KEY, CONTENT);
    assert.deepEqual(new Uint8Array((await storeOf().get(KEY)) ?? []), CONTENT);
    const empty = keyOf(AGREEMENT, `0x${"11".repeat(32)}`);
    await storeOf().put(empty, new Uint8Array());
    assert.equal((await storeOf().get(empty))?.length, 0);
  });
}

describe("files in a folder", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-files-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  behaves(() => new FolderStore(join(folder, "files")));

  it("are readable for the server's user alone, and no half ones are left", async () => {
    const place = join(folder, "files", ...KEY.split("/"));
    assert.equal((await stat(place)).mode & 0o077, 0);
    const names = await readdir(join(place, ".."));
    assert.ok(names.every((name) => !name.endsWith(".part")));
  });

  it("stay in the folder: a key of another form is refused", async () => {
    const store = new FolderStore(folder);
    for (const key of ["agreements/../../x", "/etc/passwd", "agreements/AB", ""]) {
      await assert.rejects(store.get(key), /another form/, key);
    }
  });

  it("that cannot be written are OFFICE-503, without a path in it", async () => {
    await writeFile(join(folder, "taken"), "");
    const refused = new FolderStore(join(folder, "taken")).put(KEY, CONTENT);
    await assert.rejects(refused, (error: Error & { code?: string }) => {
      assert.equal(error.code, "OFFICE-503");
      assert.ok(!error.message.includes(folder));
      return true;
    });
  });
});

describe("files in a bucket that checks signatures (AWS Signature V4)", () => {
  let bucket: TestBucket;
  before(async () => {
    bucket = await startBucket();
  });
  after(() => bucket?.stop());

  behaves(() => new S3Store(bucket.place));

  it("lie under their key in the bucket, and what is sent is signed with its content", async () => {
    assert.deepEqual(bucket.objects.get(`/${bucket.place.bucket}/${KEY}`), CONTENT);
    assert.deepEqual(bucket.refusals, []);
    const put = bucket.requests.find(({ method, body }) => method === "PUT" && body.length > 0);
    assert.ok(put);
    const verifier = {
      region: bucket.place.region,
      secrets: { [bucket.place.accessKeyId]: bucket.place.secretAccessKey },
      now: new Date(),
    };
    const tried = (change: Partial<SignedRequest>) => refusalOf({ ...put, ...change }, verifier);
    assert.equal(tried({}), undefined);
    assert.equal(tried({ body: new Uint8Array([1]) }), "XAmzContentSHA256Mismatch");
    assert.equal(tried({ target: `${put.target}0` }), "SignatureDoesNotMatch");
    assert.equal(tried({ method: "DELETE" }), "SignatureDoesNotMatch");
    assert.equal(tried({ headers: { ...put.headers, host: "elsewhere.example" } }), "SignatureDoesNotMatch");
  });

  it("are refused to whoever has no key, another secret, another region or a wrong clock, and nothing is kept", async () => {
    const other = keyOf(AGREEMENT, `0x${"22".repeat(32)}`);
    const denied = async (change: Partial<TestBucket["place"]>): Promise<void> => {
      const thief = new S3Store({ ...bucket.place, ...change });
      await assert.rejects(thief.put(other, CONTENT), { code: "OFFICE-503" });
      await assert.rejects(thief.get(KEY), { code: "OFFICE-503" });
    };
    await denied({ secretAccessKey: "another" });
    await denied({ accessKeyId: "another" });
    await denied({ region: "us-east-1" });
    bucket.setClock(16 * 60);
    await denied({});
    bucket.setClock(0);
    assert.deepEqual(
      bucket.refusals.filter((_, i) => i % 2 === 0),
      ["SignatureDoesNotMatch", "InvalidAccessKeyId", "AuthorizationHeaderMalformed", "RequestTimeTooSkewed"],
    );
    assert.equal([...bucket.objects.keys()].filter((key) => key.endsWith("22".repeat(32))).length, 0);
    assert.equal(await new S3Store(bucket.place).get(other), undefined);
  });

  it("of a bucket that is not there are OFFICE-503, not missing", async () => {
    const elsewhere = new S3Store({ ...bucket.place, bucket: "another" });
    await assert.rejects(elsewhere.put(KEY, CONTENT), { code: "OFFICE-503" });
    await assert.rejects(elsewhere.get(KEY), { code: "OFFICE-503" });
  });
});

/** The two examples of the header's signature in AWS's own documentation. */
describe("the tests' own check of signatures", () => {
  const scope = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
  const verifier = {
    region: "us-east-1",
    secrets: { AKIAIOSFODNN7EXAMPLE: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
    now: new Date("2013-05-24T00:00:00Z"),
  };
  const host = "examplebucket.s3.amazonaws.com";
  const date = "20130524T000000Z";

  it("agrees with AWS's example of a GET", () => {
    const headers = {
      host,
      range: "bytes=0-9",
      "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "x-amz-date": date,
      authorization: `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
    };
    const request = { method: "GET", target: "/test.txt", headers, body: new Uint8Array() };
    assert.equal(refusalOf(request, verifier), undefined);
  });

  it("agrees with AWS's example of a PUT", () => {
    const headers = {
      host,
      date: "Fri, 24 May 2013 00:00:00 GMT",
      "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
      "x-amz-date": date,
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
      authorization: `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd`,
    };
    const body = new TextEncoder().encode("Welcome to Amazon S3.");
    assert.equal(
      refusalOf({ method: "PUT", target: "/test%24file.text", headers, body }, verifier),
      undefined,
    );
    const changed = new TextEncoder().encode("Welcome to Amazon S4.");
    assert.equal(
      refusalOf({ method: "PUT", target: "/test%24file.text", headers, body: changed }, verifier),
      "XAmzContentSHA256Mismatch",
    );
  });
});

describe("files in S3-compatible storage of somebody else", { skip: noS3 }, () => {
  let s3: TestS3;
  before(async () => {
    s3 = await startS3();
  });
  after(() => s3?.stop());

  behaves(() => new S3Store(s3.place));

  it("are refused to whoever signs with another key", async () => {
    const thief = new S3Store({ ...s3.place, accessKeyId: "another" });
    await assert.rejects(thief.put(KEY, CONTENT), { code: "OFFICE-503" });
  });

  it("of a storage that is away are OFFICE-503", async () => {
    const away = new S3Store({ ...s3.place, endpoint: "http://127.0.0.1:9" });
    await assert.rejects(away.get(KEY), { code: "OFFICE-503" });
  });
});

describe("where the office keeps files", () => {
  const given = [
    "--s3-endpoint",
    "https://s3.example.org",
    "--s3-bucket",
    "relief",
    "--s3-key-file",
    "no-such-file",
  ];
  const refused = (...args: string[]) =>
    assert.throws(
      () => readConfig(["--deployment", "x", "--organisation", "1", "--origins", "", ...args], {}),
      {
        code: "OFFICE-801",
      },
    );

  it("is one place, told completely", () => {
    refused("--s3-endpoint", "https://s3.example.org");
    refused("--s3-endpoint", "no address");
    refused(...given, "--files-folder", "x");
    refused(...given);
  });
});

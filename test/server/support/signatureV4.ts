// SPDX-License-Identifier: Apache-2.0

import { createHash, createHmac } from "node:crypto";

/** A request as it came over the line. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, percent-encoded, as the request line has them. */
  readonly target: string;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Whom the storage knows, and what its time is. */
export interface Verifier {
  readonly region: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** What S3 calls the reason for which it refuses. */
export type Refusal =
  | "AccessDenied"
  | "InvalidAccessKeyId"
  | "SignatureDoesNotMatch"
  | "RequestTimeTooSkewed"
  | "AuthorizationHeaderMalformed"
  | "XAmzContentSHA256Mismatch";

const MOST_SKEW_MS = 15 * 60_000;
const ALGORITHM = "AWS4-HMAC-SHA256";
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const ALWAYS_SIGNED = ["host", "x-amz-content-sha256", "x-amz-date"];

/**
 * AWS Signature Version 4 in the Authorization header, worked out as AWS publishes it ("Authenticating Requests: Using the
 * Authorization Header") and apart from what signs in the office.
 * @returns Why the request is refused; undefined for a good one.
 */
export function refusalOf(request: SignedRequest, { region, secrets, now }: Verifier): Refusal | undefined {
  const { headers, body } = request;
  const given = headers.authorization;
  if (given === undefined) return "AccessDenied";
  const [, keyId = "", day = "", signedRegion = "", signedNames = "", signature] =
    AUTHORIZATION.exec(given) ?? [];
  if (signature === undefined || signedRegion !== region) return "AuthorizationHeaderMalformed";
  const secret = secrets[keyId];
  if (secret === undefined) return "InvalidAccessKeyId";
  const names = signedNames.split(";");
  if (!ALWAYS_SIGNED.every((name) => names.includes(name))) return "AccessDenied";
  const at = headers["x-amz-date"] ?? "";
  if (!at.startsWith(day) || Math.abs(timeOf(at) - now.getTime()) > MOST_SKEW_MS)
    return "RequestTimeTooSkewed";
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = [ALGORITHM, at, scope, sha256(canonical(request, names))].join("\n");
  const key = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(Buffer.from(`AWS4${secret}`), day), region));
  if (hmac(key, toSign).toString("hex") !== signature) return "SignatureDoesNotMatch";
  return headers["x-amz-content-sha256"] === sha256(body) ? undefined : "XAmzContentSHA256Mismatch";
}

function canonical({ method, target, headers }: SignedRequest, names: readonly string[]): string {
  const [path = "", query = ""] = target.split("?");
  const parameters = query === "" ? [] : query.split("&").map((one) => (one.includes("=") ? one : `${one}=`));
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim().replaceAll(/ +/g, " ")}\n`);
  return [
    method,
    path,
    parameters.toSorted().join("&"),
    lines.join(""),
    names.join(";"),
    headers["x-amz-content-sha256"] ?? "",
  ].join("\n");
}

/** Milliseconds of a time such as 20130524T000000Z; NaN for another form. */
function timeOf(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { commonSettings, portSetting, readDeployment, readSettings } from "#server/shared/settings.ts";
import { fileSettings, readFilePlace, textOf, wrongSetting } from "./files/readFilePlace.ts";
import type { OfficeServerOptions } from "./server.ts";

export const USAGE = `Usage: node server/office/main.ts [options]

Each option can also be given as the environment variable in brackets.

  --deployment FILE        deployments/<chain id>.json of the chain [DEPLOYMENT]; required
  --organisation N         number of the organisation whose office it is [ORGANISATION]; required
  --origins LIST           addresses of the console's pages, separated by commas, such as
                           https://console.example.org [ORIGINS]; required
  --rpc-url URL            JSON-RPC address of a node of the chain [RPC_URL]; default http://127.0.0.1:8545
  --port N                 port to listen on [PORT]; default 8788
  --host ADDRESS           address to listen on [HOST]; default 127.0.0.1, this machine only
  --sqlite-file FILE       file of the office's data [SQLITE_FILE]; default .annona/office.sqlite
  --database-url URL       PostgreSQL for the data instead of a file [DATABASE_URL]
  --files-folder FOLDER    where files of agreements are kept [FILES_FOLDER]; default: beside the file of the
                           office's data; with PostgreSQL .annona/office-files
  --s3-endpoint URL        keep those files in a bucket of S3-compatible storage instead [S3_ENDPOINT]
  --s3-bucket NAME         name of the bucket [S3_BUCKET]
  --s3-region NAME         region that requests are signed for [S3_REGION]; default us-east-1
  --s3-key-file FILE       file with two lines, access key id and secret access key [S3_KEY_FILE];
                           the key must be allowed to put and get objects and to list the bucket
  --relayer-key-file FILE  file with the private key that pays for transactions [RELAYER_KEY_FILE];
                           without it the office pushes nothing to the chain
  --behind-proxy yes       the proxy in front writes the caller's address at the end of X-Forwarded-For [BEHIND_PROXY]
  --help                   show this text
`;

const SETTINGS = {
  ...commonSettings,
  port: portSetting(8788),
  organisation: z
    .string({ error: "is missing" })
    .regex(/^[1-9]\d{0,8}$/, "is not a number from 1")
    .transform(Number),
  origins: z
    .string({ error: "is missing" })
    .transform((list) => list.split(",").map((one) => one.trim()))
    .pipe(
      z.array(z.string().refine(isOrigin, "is not a list of addresses such as https://console.example.org")),
    ),
  "sqlite-file": z.string().min(1).default(".annona/office.sqlite"),
  ...fileSettings,
  "relayer-key-file": z.string().min(1).optional(),
  "behind-proxy": z.literal("yes", "is either yes or not given").optional(),
};

const PRIVATE_KEY = /^0x[0-9a-fA-F]{64}$/;

/**
 * Read the server's settings from flags, else from the environment, else defaults.
 * @returns undefined when help was asked for.
 * @throws OfficeError OFFICE-801 naming the setting that is missing or wrong; AnnonaError DEPLOY-101 for a wrong deployment file.
 */
export function readConfig(args: readonly string[], env: NodeJS.ProcessEnv): OfficeServerOptions | undefined {
  const config = readSettings(SETTINGS, { args, env, refuse: wrongSetting });
  if (config === undefined) return undefined;
  const postgresUrl = config["database-url"];
  const files = readFilePlace(config);
  return {
    ...(files === undefined ? {} : { files }),
    port: config.port,
    host: config.host,
    rpcUrl: config["rpc-url"],
    deployment: readDeployment(config.deployment, wrongSetting),
    organisation: config.organisation,
    database: postgresUrl === undefined ? { sqliteFile: config["sqlite-file"] } : { postgresUrl },
    relayerKey: readKey(config["relayer-key-file"]),
    origins: config.origins,
    isBehindProxy: config["behind-proxy"] === "yes",
  };
}

/** A key never stands in a flag or in the environment, where other programs of the machine can see it. */
function readKey(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const key = textOf(file, "--relayer-key-file");
  if (!PRIVATE_KEY.test(key)) throw wrongSetting("--relayer-key-file holds no private key of 32 bytes");
  return key;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

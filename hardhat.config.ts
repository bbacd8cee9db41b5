// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from "node:url";
import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatIgnitionEthers from "@nomicfoundation/hardhat-ignition-ethers";
import hardhatKeystore from "@nomicfoundation/hardhat-keystore";
import hardhatTypechain from "@nomicfoundation/hardhat-typechain";
import hardhatVerify from "@nomicfoundation/hardhat-verify";
import { configVariable, defineConfig } from "hardhat/config";
import { bindings, RAW_BINDINGS } from "./scripts/build/bindings.ts";

// The compiler comes with npm, so nothing is downloaded; Hardhat only accepts it by absolute path.
const solcPath = fileURLToPath(import.meta.resolve("solc/soljson.js"));

/** @param runs How often each instruction is expected to run: few makes code small, many makes it fast. */
const compiler = (runs: number) => ({
  version: "0.8.37",
  path: solcPath,
  settings: {
    evmVersion: "cancun",
    optimizer: { enabled: true, runs },
    metadata: { bytecodeHash: "none" },
  },
});

const compilation = {
  compilers: [compiler(200)],
  // What runs for every household is made for speed, everything else for size.
  overrides: { "contracts/programmes/Programme.sol": compiler(1_000_000) },
};

// A handler that reverts takes back what it saw: a fault could hide there.
const invariant = { failOnRevert: true, includeStorage: true, includePushBytes: true };

export default defineConfig({
  plugins: [hardhatEthers, hardhatIgnitionEthers, hardhatKeystore, hardhatTypechain, hardhatVerify, bindings],
  paths: {
    sources: "./contracts",
    tests: { solidity: "./test" },
  },
  solidity: {
    // Tests stay out of the artifacts and the bindings.
    splitTestsCompilation: true,
    // Hardhat publishes sources with the settings of the second profile, and would make up its own if it were not there.
    profiles: { default: compilation, production: compilation },
  },
  typechain: { outDir: RAW_BINDINGS, tsNocheck: true },
  networks: {
    default: { type: "edr-simulated", chainType: "l1", hardfork: "osaka" },
    // The next fork charges state growth far more: gas is measured on both.
    amsterdam: {
      type: "edr-simulated",
      chainType: "l1",
      hardfork: "amsterdam",
      // Its prices for state are not final; what does not fit into a transaction there is still to be measured.
      transactionGasCap: false,
      blockGasLimit: 1_000_000_000n,
    },
    local: { type: "http", chainType: "l1", url: "http://127.0.0.1:8545" },
    // The consortium's chain. Where it is and who deploys stays out of the project: `npx hardhat keystore set ANNONA_RPC_URL`, or variables
    // of the environment of the same names.
    consortium: {
      type: "http",
      chainType: "generic",
      url: configVariable("ANNONA_RPC_URL"),
      accounts: [configVariable("ANNONA_DEPLOYER_KEY")],
    },
  },
  verify: { etherscan: { apiKey: configVariable("ETHERSCAN_API_KEY") } },
  test: {
    solidity: {
      profiles: {
        default: { fuzz: { runs: 256 }, invariant: { ...invariant, runs: 500, depth: 100 } },
        // `npm run test:deep`
        deep: { fuzz: { runs: 100_000 }, invariant: { ...invariant, runs: 2_000, depth: 100 } },
      },
    },
  },
});

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CycleId} from "../types/Ids.sol";
import {ICycles} from "./ICycles.sol";

/// @title Entitlement lists: loading what was approved
/// @notice Loading is open to anyone and resumes after a crash in any order, since every chunk proves itself against the root that the
/// officers signed ({ICycles}).
interface IEntitlementLists {
    /// @notice Load one chunk. Anyone.
    /// @dev Requirements: the cycle is approved and unexpired; the chunk proves itself and was not loaded; the loaded total stays
    /// within the approved one. Emits {ChunkLoaded}.
    function loadChunk(
        CycleId cycle,
        uint32 chunk,
        bytes calldata payload,
        bytes32[] calldata proof
    ) external;

    /// @notice Load several chunks, skipping those already loaded. Otherwise as {loadChunk}.
    function loadMany(CycleId cycle, ICycles.ChunkLoad[] calldata loads) external;

    /// @notice What the account has left in the cycle, in ledger units; 0 when not listed or not loaded.
    function entitlementLeft(CycleId cycle, uint32 account) external view returns (uint256);

    /// @notice Bitmap of loaded chunks `256 * word` to `256 * word + 255`.
    function loadedChunks(CycleId cycle, uint256 word) external view returns (uint256);
}

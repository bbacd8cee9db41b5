// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ICycles} from "../interfaces/ICycles.sol";
import {IEntitlementLists} from "../interfaces/IEntitlementLists.sol";
import {ChunkLeaf} from "../libraries/ChunkLeaf.sol";
import {EntitlementList} from "../libraries/EntitlementList.sol";
import {EntitlementWord, EntitlementWordLibrary} from "../libraries/EntitlementWord.sol";
import {CycleId} from "../types/Ids.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {Cycle, StoredWord, WORD_PLACES, programmeStorage} from "./ProgrammeState.sol";

/// @title Loading of approved lists
abstract contract EntitlementLists is ProgrammeModule, IEntitlementLists {
    using EntitlementList for bytes;

    /// @inheritdoc IEntitlementLists
    function loadChunk(CycleId id, uint32 chunk, bytes calldata payload, bytes32[] calldata proof) external {
        Cycle storage cycle = _requireLoadable(id);
        if (_isLoaded(cycle, chunk)) revert ICycles.Cycles_ChunkAlreadyLoaded(id, chunk);
        _load(id, cycle, chunk, payload, proof);
    }

    /// @inheritdoc IEntitlementLists
    function loadMany(CycleId id, ICycles.ChunkLoad[] calldata loads) external {
        Cycle storage cycle = _requireLoadable(id);
        for (uint256 i = 0; i < loads.length; ++i) {
            ICycles.ChunkLoad calldata load = loads[i];
            if (!_isLoaded(cycle, load.chunk)) _load(id, cycle, load.chunk, load.payload, load.proof);
        }
    }

    /// @inheritdoc IEntitlementLists
    function entitlementLeft(CycleId id, uint32 account) external view returns (uint256) {
        Cycle storage cycle = programmeStorage().cycles[id];
        return cycle.head.state == ICycles.CycleState.Approved ? _left(id, cycle, account) : 0;
    }

    /// @inheritdoc IEntitlementLists
    function loadedChunks(CycleId id, uint256 word) external view returns (uint256) {
        return programmeStorage().cycles[id].loadedChunks[word];
    }

    function _requireLoadable(CycleId id) private view returns (Cycle storage cycle) {
        cycle = _requireState(id, ICycles.CycleState.Approved);
        if (block.timestamp >= cycle.head.expiresAt) revert ICycles.Cycles_Expired(id, cycle.head.expiresAt);
    }

    function _load(
        CycleId id,
        Cycle storage cycle,
        uint32 chunk,
        bytes calldata payload,
        bytes32[] calldata proof
    ) private {
        // check
        uint32 rawId = CycleId.unwrap(id);
        bool hasAccounts = chunk <= type(uint32).max >> 8;
        if (!hasAccounts || !ChunkLeaf.isInList(cycle.listRoot, proof, rawId, chunk, keccak256(payload))) {
            revert ICycles.Cycles_ChunkNotInList(id, chunk);
        }

        // effect
        uint256 sum = _writeWords(
            rawId,
            EntitlementWordLibrary.key(cycle.head.bank, uint256(chunk) << 8),
            payload
        );
        uint256 loaded = cycle.loaded + sum;
        if (loaded > cycle.total) revert ICycles.Cycles_TotalExceeded(id, cycle.total, loaded);
        cycle.loaded = uint128(loaded);
        _setBit(cycle.loadedChunks, chunk);
        ++cycle.chunksLoaded;
        emit ICycles.ChunkLoaded(id, chunk, uint128(sum), payload);
    }

    /// @dev Write the words of a chunk; its first word is at `firstKey`. No old word is read: the bank was free, its words are all
    /// older than the cycle, and the chunk was not loaded before.
    function _writeWords(
        uint256 rawId,
        uint256 firstKey,
        bytes calldata payload
    ) private returns (uint256 sum) {
        StoredWord[WORD_PLACES] storage words = programmeStorage().words;
        uint256 entries = payload.countEntries();
        uint256 lanesFrom = 0;
        uint256 group = type(uint256).max;
        EntitlementWord word;
        for (uint256 i = 0; i < entries; ++i) {
            (uint256 lane, uint256 amount) = payload.entryAt(i);
            if (lane < lanesFrom || amount == 0) revert ICycles.Cycles_EntryInvalid(i);
            // unchecked: lane < 256 and amounts are 56 bits wide, so that neither sum can wrap
            unchecked {
                lanesFrom = lane + 1;
                sum += amount;
            }
            if (lane >> 2 != group) {
                if (group != type(uint256).max) words[firstKey + group].word = word;
                group = lane >> 2;
                word = EntitlementWordLibrary.empty(rawId);
            }
            word = word.credit(lane, amount);
        }
        words[firstKey + group].word = word;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import { ICycles } from "../interfaces/ICycles.sol";
import { IProgrammeSettings } from "../interfaces/IProgrammeSettings.sol";
import { IRedemptions } from "../interfaces/IRedemptions.sol";
import { ISettlements } from "../interfaces/ISettlements.sol";
import { IShops } from "../interfaces/IShops.sol";
import { AccountBitmap } from "../libraries/AccountBitmap.sol";
import { ChunkLeaf } from "../libraries/ChunkLeaf.sol";
import { EntitlementList } from "../libraries/EntitlementList.sol";
import { EntitlementWord } from "../libraries/EntitlementWord.sol";
import { CycleId, ShopId } from "../types/Ids.sol";

/// @dev Hundredths of a percent in a whole.
uint256 constant BPS = 10_000;

/// @dev Most cycles that can be open side by side in a programme. Bounds the sum over open cycles.
uint256 constant BANKS = 16;

/// @notice A cycle. The first three slots are all that a batch of receipts or a chunk touches.
struct Cycle {
    // slot 0
    ICycles.CycleState state;
    uint8 bank;
    uint8 approvals;
    uint40 opensAt;
    uint40 expiresAt;
    uint40 graceEndsAt;
    uint40 approvedAt;
    // slot 1
    uint128 redeemed;
    uint128 refunded;
    // slot 2
    uint128 total;
    uint128 loaded;
    // slot 3
    address preparer;
    uint32 chunks;
    uint32 chunksLoaded;
    // slots 4 ...
    bytes32 listRoot;
    bytes32 termsHash;
    mapping(uint256 word => uint256) loadedChunks;
    mapping(address officer => bool) approvedBy;
}

/// @notice A shop. The first slot is all that a batch of receipts touches.
struct Shop {
    // slot 0
    uint80 bucketUsed;
    uint40 bucketAt;
    uint64 ceilingPerDay;
    uint16 offlineDays;
    bool isActive;
    // slot 1
    uint64 terminalLimit;
    uint16 commissionBps;
    IShops.ShopKind kind;
    // slots 2 ...
    bytes32 code;
    IShops.Payout payout;
}

/// @notice Everything a programme stores.
/// @dev `committed` is what approved cycles reserve plus what shops are owed. A sale moves money from the one to the other, so the sum
/// stays and no slot of the budget is written by redemptions.
/// @custom:storage-location erc7201:annona.storage.Programme
struct ProgrammeStorage {
    IProgrammeSettings.ProgrammeSettings settings;
    uint256 assetScale;
    // Budget
    uint128 free;
    uint128 committed;
    uint128 fees;
    mapping(address => bool) isSource;
    // Cycles
    uint32 lastCycleId;
    ICycles.Band[] bands;
    CycleId[] activated;
    uint256 banksInUse;
    mapping(uint256 bank => CycleId) lastCycleOfBank;
    mapping(CycleId => Cycle) cycles;
    mapping(uint256 key => EntitlementWord) words;
    // Shops
    uint32 lastShopId;
    mapping(ShopId => Shop) shops;
    mapping(address terminal => IShops.Terminal) terminals;
    mapping(address terminal => mapping(CycleId => IShops.TerminalTally)) tallies;
    // Redemptions
    mapping(address terminal => mapping(uint256 word => uint256)) rejectedReceipts;
    mapping(address terminal => mapping(uint256 word => uint256)) correctedReceipts;
    AccountBitmap.Bitmap held;
    mapping(uint32 account => uint40) heldUntil;
    // Settlements
    uint32 lastSettlementId;
    mapping(ShopId => mapping(CycleId => ISettlements.ShopLedger)) ledgers;
    mapping(uint32 settlementId => ISettlements.Settlement) settlements;
    mapping(uint32 settlementId => bytes32) endToEndIds;
}

// keccak256(abi.encode(uint256(keccak256("annona.storage.Programme")) - 1)) & ~bytes32(uint256(0xff))
bytes32 constant PROGRAMME_STORAGE = 0x0b46995e25d01eee0fc31ab5cc1821c22605d54d7d795dbbf0805b5e99d6fb00;

/// @notice The programme's storage (ERC-7201), at the same place for all its modules and libraries.
function programmeStorage() pure returns (ProgrammeStorage storage s) {
    assembly ("memory-safe") {
        s.slot := PROGRAMME_STORAGE
    }
}

/// @notice What a shop's ceiling holds at most, and what of it is used now, after draining by ceilingPerDay a day. Ledger units.
function bucketOf(Shop storage shop) view returns (uint256 capacity, uint256 used) {
    uint256 perDay = shop.ceilingPerDay;
    capacity = perDay * shop.offlineDays;
    used = shop.bucketUsed;
    uint256 drained = (perDay * (block.timestamp - shop.bucketAt)) / 1 days;
    used = drained < used ? used - drained : 0;
}

/// @notice What the account stands with in the cycle's approved list; not found when no extract covers it. A false extract reverts.
function listedAmount(
    CycleId id,
    IRedemptions.ListExtract[] calldata extracts,
    uint256 account
) view returns (bool isFound, uint256 amount) {
    for (uint256 i = 0; i < extracts.length; ++i) {
        IRedemptions.ListExtract calldata extract = extracts[i];
        if (extract.chunk != account >> 8) continue;
        bytes32 root = programmeStorage().cycles[id].listRoot;
        bytes32 payloadHash = keccak256(extract.payload);
        if (!ChunkLeaf.isInList(root, extract.proof, CycleId.unwrap(id), extract.chunk, payloadHash)) {
            revert IRedemptions.Redemptions_ExtractNotInList(id, extract.chunk);
        }
        return (true, EntitlementList.amountOf(extract.payload, account & 255));
    }
    return (false, 0);
}

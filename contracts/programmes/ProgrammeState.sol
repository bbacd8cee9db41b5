// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ICycles} from "../interfaces/ICycles.sol";
import {IProgrammeSettings} from "../interfaces/IProgrammeSettings.sol";
import {IRedemptions} from "../interfaces/IRedemptions.sol";
import {ISettlements} from "../interfaces/ISettlements.sol";
import {IShops} from "../interfaces/IShops.sol";
import {AccountBitmap} from "../libraries/AccountBitmap.sol";
import {ChunkLeaf} from "../libraries/ChunkLeaf.sol";
import {EntitlementList} from "../libraries/EntitlementList.sol";
import {EntitlementWord} from "../libraries/EntitlementWord.sol";
import {CycleId, ShopId} from "../types/Ids.sol";

/// @dev Hundredths of a percent in a whole.
uint256 constant BPS = 10_000;

/// @dev Most cycles that can be open side by side in a programme. Bounds the sum over open cycles.
uint256 constant BANKS = 16;

/// @dev Places of entitlement words: 16 banks of 2^30 groups of four accounts.
uint256 constant WORD_PLACES = 1 << 34;

/// @notice The slot of a cycle that every batch of receipts reads and writes.
/// @param redeemed Ledger units; 80 bits hold 10^18 whole coins with 6 decimals.
/// @param haltedUntil Until when redemptions are paused, Unix seconds, the latest number without an end: a copy of what {PauseState} says, in
/// every open cycle, so that a batch reads no slot of its own for it.
struct CycleHead {
    ICycles.CycleState state;
    uint8 bank;
    uint8 approvals;
    uint40 opensAt;
    uint40 expiresAt;
    uint40 graceEndsAt;
    uint80 redeemed;
    uint32 haltedUntil;
}

/// @notice A cycle. Amounts in ledger units.
struct Cycle {
    CycleHead head;
    uint128 total;
    uint128 loaded;
    uint128 refunded;
    uint40 approvedAt;
    address preparer;
    uint32 chunks;
    uint32 chunksLoaded;
    bytes32 listRoot;
    bytes32 termsHash;
    mapping(uint256 word => uint256) loadedChunks;
    mapping(address officer => bool) approvedBy;
}

/// @notice The slot of a shop that every batch of receipts reads and writes: its ceiling, a bucket that drains.
struct Ceiling {
    uint80 used;
    uint40 usedAt;
    uint64 perDay;
    uint16 offlineDays;
    bool isActive;
}

struct Shop {
    Ceiling ceiling;
    uint64 terminalLimit;
    uint16 commissionBps;
    IShops.ShopKind kind;
    bytes32 code;
    IShops.Payout payout;
}

/// @dev A struct, so that a loop can keep the place of a word.
struct StoredWord {
    EntitlementWord word;
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
    // Shops
    uint32 lastShopId;
    mapping(ShopId => Shop) shops;
    mapping(address terminal => IShops.Terminal) terminals;
    mapping(address terminal => mapping(CycleId => uint256)) netSales;
    // Redemptions
    mapping(address terminal => mapping(uint256 word => uint256)) rejectedReceipts;
    mapping(address terminal => mapping(uint256 word => uint256)) correctedReceipts;
    mapping(address terminal => mapping(uint256 word => uint256)) refundReceipts;
    AccountBitmap.Bitmap held;
    mapping(uint32 account => uint40) heldUntil;
    // Settlements
    uint32 lastSettlementId;
    // Settlements that a bank was told to pay and has not answered about.
    uint32 instructed;
    mapping(ShopId => mapping(CycleId => ISettlements.ShopLedger)) ledgers;
    mapping(uint32 settlementId => ISettlements.Settlement) settlements;
    mapping(uint32 settlementId => bytes32) endToEndIds;
    // Entitlement words by bank and group. Last, and an array over all groups of all banks: neighbours lie side by side, and no place
    // has to be hashed.
    StoredWord[WORD_PLACES] words;
}

// keccak256(abi.encode(uint256(keccak256("annona.storage.Programme")) - 1)) & ~bytes32(uint256(0xff))
bytes32 constant PROGRAMME_STORAGE = 0x0b46995e25d01eee0fc31ab5cc1821c22605d54d7d795dbbf0805b5e99d6fb00;

/// @notice The programme's storage (ERC-7201), at the same place for all its modules and libraries.
function programmeStorage() pure returns (ProgrammeStorage storage s) {
    assembly ("memory-safe") {
        s.slot := PROGRAMME_STORAGE
    }
}

/// @notice What a ceiling holds at most, and what of it is used now, after draining by perDay a day. Ledger units.
function bucketOf(Ceiling memory ceiling) view returns (uint256 capacity, uint256 used) {
    uint256 perDay = ceiling.perDay;
    // unchecked: 64 bits times 16 or 40 bits; time does not run backwards
    unchecked {
        capacity = perDay * ceiling.offlineDays;
        uint256 drained = (perDay * (block.timestamp - ceiling.usedAt)) / 1 days;
        used = drained < ceiling.used ? ceiling.used - drained : 0;
    }
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

/// @notice What the terminal sold in the cycle, net of refunds and corrections, ledger units.
function netSales(address key, IShops.Terminal memory terminal, CycleId cycle) view returns (uint256) {
    return terminal.lastCycle == cycle ? terminal.lastNet : programmeStorage().netSales[key][cycle];
}

/// @notice Set what the terminal sold in the cycle. The cycle it sold in last is kept beside its number, in the slot that every batch
/// writes anyway; only a terminal that goes to and fro between cycles writes more.
function setNetSales(IShops.Terminal storage terminal, address key, CycleId cycle, uint256 net) {
    if (!(terminal.lastCycle == cycle)) {
        programmeStorage().netSales[key][terminal.lastCycle] = terminal.lastNet;
        terminal.lastCycle = cycle;
    }
    terminal.lastNet = uint88(net);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @notice What stands against redemptions. Batches of receipts read it from their open cycle ({CycleHead}), and here only without one.
/// @param guardianSince When the Guardian paused, Unix seconds; 0 when the Guardian does not.
/// @param memberUntil When the last pause of a Council member lapsed or lapses, Unix seconds.
/// @param movedExpiries, movedGraces Banks whose cycles had expiry and end of grace moved by that pause: bit n for bank n.
/// @param isClosed Whether the programme is closed for good.
struct RedemptionSwitch {
    uint40 guardianSince;
    uint40 memberUntil;
    uint16 movedExpiries;
    uint16 movedGraces;
    bool isClosed;
}

/// @notice What stands against payouts; fields as in {RedemptionSwitch}.
struct PayoutSwitch {
    uint40 guardianSince;
    uint40 memberUntil;
}

/// @notice Pauses of a programme, and whether it is closed.
/// @custom:storage-location erc7201:annona.storage.ProgrammePauses
struct PauseStorage {
    RedemptionSwitch redemptions;
    PayoutSwitch payouts;
    address redemptionsMember;
    address payoutsMember;
    mapping(address council => mapping(address member => uint256)) usedInEpoch;
}

// keccak256(abi.encode(uint256(keccak256("annona.storage.ProgrammePauses")) - 1)) & ~bytes32(uint256(0xff))
bytes32 constant PAUSE_STORAGE = 0xa82f8a372a5c6609fbdb7ab7e4773d7f3c58ba2bca8e2c156a559a831b25db00;

/// @notice The programme's pauses (ERC-7201), at the same place for all its modules.
function pauseStorage() pure returns (PauseStorage storage s) {
    assembly ("memory-safe") {
        s.slot := PAUSE_STORAGE
    }
}

/// @notice Until when redemptions are paused; the latest number for a pause without an end.
function haltedUntil(RedemptionSwitch memory pause) pure returns (uint32) {
    // 32 bits of seconds last until 2106
    return pause.guardianSince != 0 ? type(uint32).max : uint32(pause.memberUntil);
}

/// @notice Whether a switch is paused now, by the one side or the other.
function isPaused(uint40 guardianSince, uint40 memberUntil) view returns (bool) {
    return guardianSince != 0 || block.timestamp < memberUntil;
}

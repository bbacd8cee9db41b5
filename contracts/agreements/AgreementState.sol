// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAgreementEnd} from "../interfaces/IAgreementEnd.sol";
import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";

/// @notice A milestone. Amounts in ledger units; 104 bits hold 2 * 10^31 of them.
/// @dev Five slots; a verification writes the first alone. `votes` has a bit for each monitor, in the order of the terms. Until it is decided, a
/// submitted milestone has `claimed - paid` of the escrow reserved; afterwards `authorised - paid`.
struct Milestone {
    IMilestones.MilestoneState state;
    IAgreementTerms.MilestoneKind kind;
    IMilestones.Finding finding;
    uint16 votes;
    uint16 termsVersion;
    uint40 since;
    address submitter;
    uint128 amount;
    uint128 claimed;
    uint40 dueAt;
    uint104 authorised;
    uint104 paid;
    bool isDecided;
    bytes32 evidence;
    bytes32 description;
}

/// @notice The advance that is under way.
struct OpenAdvance {
    uint32 milestone;
    uint104 outstanding;
    uint104 reported;
    bytes32 evidence;
}

/// @notice What an agreement holds and owes, ledger units. What is written together lies together.
struct Books {
    uint128 held;
    uint128 reserved;
    uint128 pending;
    uint128 credited;
    uint128 paid;
    uint128 returned;
    uint128 escrowed;
    uint128 refunded;
}

/// @notice Everything an agreement stores.
/// @custom:storage-location erc7201:annona.storage.MilestoneAgreement
struct AgreementStorage {
    IAgreementSettings.AgreementSettings settings;
    uint256 assetScale;
    // One slot that nearly every call reads
    IAgreementSettings.AgreementState state;
    uint16 version;
    uint40 offerLapsesAt;
    IAgreementEnd.Party noticeParty;
    uint40 noticeEndsAt;
    // Terms
    bytes32 offerHash;
    bytes32 noticeReason;
    mapping(uint16 version => IAgreementTerms.Conduct) conducts;
    mapping(uint16 version => address[]) monitors;
    mapping(uint16 version => mapping(address monitor => uint8 place)) placeOfMonitor;
    // Milestones, the first at 0
    Milestone[] milestones;
    OpenAdvance advance;
    // Escrow
    Books books;
    address[] sources;
    mapping(address source => IEscrow.Source) sourceOf;
}

// keccak256(abi.encode(uint256(keccak256("annona.storage.MilestoneAgreement")) - 1)) & ~bytes32(uint256(0xff))
bytes32 constant AGREEMENT_STORAGE = 0x8ab55451f95d66c5429217e4e145fc327b3c6a25600c79cb8fc9f130bf56de00;

/// @notice The agreement's storage (ERC-7201), at the same place for all its modules.
function agreementStorage() pure returns (AgreementStorage storage s) {
    assembly ("memory-safe") {
        s.slot := AGREEMENT_STORAGE
    }
}

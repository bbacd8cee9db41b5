// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAgreementEnd} from "../interfaces/IAgreementEnd.sol";
import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {OrganisationId} from "../types/Ids.sol";

/// @notice A milestone. Amounts in ledger units, below 2^72 as the terms require.
/// @dev Four slots, by what is written together: each step of a milestone's life writes the first one, a submission also the last, a proposed
/// authorisation the second alone. No slot is ever empty, which is the cheap way to write.
/// `document` is the description of what is to be done until something was submitted, then the latest evidence; `termsVersion` is 0 until then.
/// `votes` has a bit for each monitor, in the order of the terms. `authorised` counts when `isAuthorised`; until then it is the proposal of
/// `proposer`. Until it is decided, a submitted milestone has `claimed - paid` of the escrow reserved; afterwards `authorised - paid`.
struct Milestone {
    IMilestones.MilestoneState state;
    IAgreementTerms.MilestoneKind kind;
    IMilestones.Finding finding;
    bool isAuthorised;
    bool isDecided;
    uint16 votes;
    uint16 termsVersion;
    uint40 since;
    uint72 claimed;
    uint72 paid;
    // second slot
    address proposer;
    uint72 authorised;
    uint16 dueDay;
    // third slot
    uint72 amount;
    // fourth slot
    bytes32 document;
}

/// @notice A monitor's place in a version of the terms, from 1, and what a verification has to know beside it: one slot.
struct Seat {
    uint8 place;
    uint8 quorum;
    OrganisationId partner;
}

/// @notice The advance that is under way.
struct OpenAdvance {
    uint32 milestone;
    uint80 outstanding;
    uint80 reported;
    bytes32 evidence;
}

/// @notice What an agreement holds and owes, ledger units. What is written together lies together.
struct Books {
    uint80 held;
    uint80 reserved;
    uint80 credited;
    uint80 pending;
    uint80 paid;
    uint80 returned;
    uint80 escrowed;
    uint80 refunded;
}

/// @notice Everything an agreement stores.
/// @custom:storage-location erc7201:annona.storage.MilestoneAgreement
struct AgreementStorage {
    IAgreementSettings.AgreementSettings settings;
    // One slot that every transfer reads; 10^scaleDigits smallest units of the token are a ledger unit
    IERC20 asset;
    uint8 scaleDigits;
    // One slot that nearly every call reads
    OrganisationId agency;
    OrganisationId partner;
    IAgreementSettings.AgreementState state;
    uint16 version;
    uint40 offerLapsesAt;
    IAgreementEnd.Party noticeParty;
    uint40 noticeEndsAt;
    uint32 milestoneCount;
    // Terms
    bytes32 offerHash;
    bytes32 noticeReason;
    mapping(uint16 version => IAgreementTerms.Conduct) conducts;
    mapping(uint16 version => address[]) monitors;
    mapping(uint16 version => mapping(address monitor => Seat)) seats;
    // Milestones, from 1
    mapping(uint32 number => Milestone) milestones;
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

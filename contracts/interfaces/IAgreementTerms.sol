// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {MilestoneId} from "../types/MilestoneId.sol";

/// @title Terms of an agreement: what both sides signed
/// @notice The agency offers terms (two officers); an Administrator of the partner accepts exactly them by restating them. Both acts carry
/// the whole terms, and both sign the same hash: {hashTerms}. The first acceptance starts the agreement; each later one is an amendment,
/// a new version.
///
/// An amendment keeps the milestones' numbers. What is submitted, verified, disputed, paid or cancelled must be restated with its kind, amount
/// and day; a planned or returned milestone may be changed, or cancelled by an amount of 0; new ones are added at the end. A submission is
/// judged by the monitors, periods and arbiter of the version under which it was submitted; payments go to the payout of the latest version.
///
/// Trust: monitors and the arbiter are whom both sides named. That none of them is an officer of the wrong side is checked when terms are
/// offered and accepted, and for monitors again whenever they verify.
interface IAgreementTerms {
    /// @notice Deliverable: the whole amount for work that monitors verified. Advance: paid on the agency's authorisation alone, then
    /// accounted for. Reimbursement: what was spent, up to the amount, as monitors verified it.
    enum MilestoneKind {
        Deliverable,
        Advance,
        Reimbursement
    }

    /// @param amount Ledger units, below 2^72: the price, or for advances and reimbursements the limit. 0 cancels it, in an amendment only.
    /// @param dueDay Days since 1970-01-01; for people to read: late work is accepted or not by those who judge it.
    /// @param description keccak256 of the document that says what is to be done.
    struct MilestoneTerms {
        MilestoneKind kind;
        uint16 dueDay;
        uint128 amount;
        bytes32 description;
    }

    /// @param version 1 for the first terms, then one more each time.
    /// @param payout Where the partner is paid.
    /// @param milestones 1 to 24 of them.
    /// @param monitors Who verifies, at most 16; addresses, whichever organisation they work for, but never officers of the partner, nor
    /// the agency's own Finance officers and Approvers, who authorise.
    /// @param quorum How many of them must verify a submission.
    /// @param reviewPeriod Seconds after a submission in which silence is no reason for a dispute, and after a return or a reduced
    /// authorisation in which it can be disputed. 1 to 90 days.
    /// @param arbiter Who decides disputes; an officer of neither side. May be a contract, such as the Council.
    /// @param arbiterPeriod Seconds that the arbiter has. 1 to 90 days.
    /// @param silenceShare What the partner gets of the disputed amount when the arbiter says nothing, hundredths of a percent.
    /// @param noticePeriod Seconds from a notice to the end. At most 90 days; thirty days are usual.
    /// @param documents keccak256 of the list of documents that belong to the agreement.
    struct Terms {
        uint16 version;
        address payout;
        MilestoneTerms[] milestones;
        address[] monitors;
        uint8 quorum;
        uint40 reviewPeriod;
        address arbiter;
        uint40 arbiterPeriod;
        uint16 silenceShare;
        uint40 noticePeriod;
        bytes32 documents;
    }

    /// @notice What of the terms of a version the contract keeps beside the milestones, see {Terms}.
    struct Conduct {
        address payout;
        uint40 reviewPeriod;
        uint16 silenceShare;
        uint8 quorum;
        address arbiter;
        uint40 arbiterPeriod;
        uint40 noticePeriod;
        bytes32 termsHash;
    }

    /// @param termsHash 0 when nothing is offered.
    /// @param lapsesAt Unix seconds; after that the offer cannot be accepted.
    struct Offer {
        bytes32 termsHash;
        uint40 lapsesAt;
    }

    /// @notice The agency signed these terms; they wait for the partner.
    event TermsOffered(uint16 indexed version, bytes32 indexed termsHash, uint40 lapsesAt, Terms terms);
    /// @notice The partner refused, or the agency took back, what was offered. `reason` is the hash of a document or a short text.
    event OfferDropped(bytes32 indexed termsHash, address indexed officer, bytes32 reason);
    /// @notice The partner signed as well: the version is in force. `pending` is what all milestones that are not over can still cost.
    event TermsAccepted(
        uint16 indexed version,
        bytes32 indexed termsHash,
        address indexed officer,
        uint128 pending
    );

    error Terms_Invalid(bytes32 field);
    error Terms_OtherVersion(uint16 expected, uint16 given);
    /// @notice The address cannot be a monitor: it is none, stands twice, is payout or arbiter, or an officer of the wrong kind.
    error Terms_MonitorUnfit(address monitor);
    /// @notice The milestone's amount, due day or description is missing or out of range.
    error Terms_MilestoneInvalid(MilestoneId milestone);
    /// @notice The milestone is under way or over: an amendment must restate it as it is.
    error Terms_MilestoneFixed(MilestoneId milestone);
    /// @notice What was restated is not what is offered (`offered` is 0 when nothing is).
    error Terms_OtherTermsRestated(bytes32 offered, bytes32 restated);
    error Terms_OfferLapsed(uint256 lapsedAt);

    /// @notice Act (Finance, Approver of the agency): sign terms and offer them to the partner for 30 days; replaces what was offered before.
    /// Waits two days when an amendment names another payout.
    /// @dev Requirements: the next version; every field in its range; monitors and arbiter fit; milestones that are under way or over restated.
    /// Emits {TermsOffered}.
    function offerTerms(Terms calldata terms) external;

    /// @notice Sign what is offered. An Administrator of the partner.
    /// @dev Requirements: exactly the offered terms, not lapsed, still fit. Emits {TermsAccepted}.
    function acceptTerms(Terms calldata terms) external;

    /// @notice Refuse or take back what is offered. An Administrator of the partner, or a Finance officer or Approver of the agency. Emits
    /// {OfferDropped}.
    function dropOffer(bytes32 termsHash, bytes32 reason) external;

    /// @notice keccak256(abi.encode(chainId, this, settings, terms)): what both sides sign.
    function hashTerms(Terms calldata terms) external view returns (bytes32);

    /// @notice The version in force; 0 before the first acceptance.
    function version() external view returns (uint16);

    /// @notice Monitors' quorum, arbiter, periods and payout of a version of the terms; all zero for a version that is not there.
    function conductOf(uint16 version) external view returns (Conduct memory);

    /// @notice The monitors of a version of the terms; empty for a version that is not there.
    function monitorsOf(uint16 version) external view returns (address[] memory);

    /// @notice The terms that wait for the partner; a zero hash when there are none.
    function offer() external view returns (Offer memory);
}

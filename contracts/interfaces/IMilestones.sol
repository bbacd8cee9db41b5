// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {MilestoneId} from "../types/MilestoneId.sol";
import {IAgreementTerms} from "./IAgreementTerms.sol";

/// @title Milestones: evidence, verification, authorisation, payment
/// @notice A Preparer of the partner submits evidence. Monitors verify exactly that evidence; the agency's two officers authorise the whole or
/// less with a finding. Whichever of quorum and authorisation comes last pays in the same transaction. An advance has nothing to verify yet:
/// the authorisation alone pays it.
///
/// Life: Planned -> Submitted -> Verified -> Paid; or Returned with a finding and submitted anew; or Disputed and decided; or Cancelled, over
/// without a payment. Paid and Cancelled are final. A milestone stays Verified while something is open: the authorisation, a payment that the
/// token refused, or a reduction that the partner can still dispute.
interface IMilestones {
    enum MilestoneState {
        None,
        Planned,
        Submitted,
        Returned,
        Verified,
        Disputed,
        Paid,
        Cancelled
    }

    /// @notice Why a submission was returned or paid in part: the categories of the field.
    enum Finding {
        None,
        InsufficientDocumentation,
        NoProofOfPayment,
        AboveBudget,
        ActivitiesNotUndertaken,
        ReportDoesNotReconcile,
        SignatoryDiffers,
        Other
    }

    /// @notice A milestone as it stands. Amounts in ledger units.
    /// @param termsVersion The version that judges its latest submission.
    /// @param since Unix seconds of the latest submission, return, authorisation or dispute: what the state's period runs from.
    /// @param periodEndsAt Until when silence is no reason for a dispute (Submitted; Verified and not authorised), it can be disputed (Returned;
    /// Verified and reduced), or the arbiter can decide (Disputed); 0 otherwise.
    /// @param verifications How many monitors verified the latest evidence.
    /// @param claimed What the latest submission asks for.
    /// @param authorised What is to be paid, by the agency or the arbiter.
    /// @param proposed, proposer What one officer of the agency proposed to authorise and another has not approved yet.
    /// @param paid What was paid.
    /// @param description keccak256 of what is to be done; 0 once something was submitted: see the terms of that version.
    /// @param evidence keccak256 of the latest evidence; 0 before.
    /// @param isDecided Whether an arbiter, or the default for the arbiter's silence, decided it.
    struct MilestoneView {
        MilestoneState state;
        IAgreementTerms.MilestoneKind kind;
        Finding finding;
        uint16 termsVersion;
        uint16 dueDay;
        uint40 since;
        uint40 periodEndsAt;
        uint8 verifications;
        uint128 amount;
        uint128 claimed;
        uint128 authorised;
        uint128 proposed;
        address proposer;
        uint128 paid;
        bool isDecided;
        bytes32 description;
        bytes32 evidence;
    }

    /// @notice A monitor's signed statement, for those who have no ether: EIP-712 domain {name "Annona Agreement", version "1", chainId,
    /// verifyingContract: the agreement}, type Verification(uint32 milestone,bytes32 evidence,uint40 submittedAt). The time of the submission
    /// makes it worthless for a later one.
    struct Statement {
        address monitor;
        bytes signature;
    }

    /// @param uri Where the partner keeps the file; no personal data.
    event MilestoneSubmitted(
        MilestoneId indexed milestone,
        bytes32 indexed evidence,
        address indexed submitter,
        uint128 claimed,
        uint16 termsVersion,
        string uri
    );
    event MilestoneVerified(
        MilestoneId indexed milestone,
        bytes32 indexed evidence,
        address indexed monitor,
        uint8 verifications
    );
    /// @param report keccak256 of the monitor's or officer's report; may be 0.
    event MilestoneReturned(
        MilestoneId indexed milestone,
        bytes32 indexed evidence,
        address indexed officer,
        Finding finding,
        bytes32 report
    );
    event AuthorisationProposed(
        MilestoneId indexed milestone,
        bytes32 indexed evidence,
        address indexed officer,
        uint128 amount,
        Finding finding
    );
    event MilestoneAuthorised(
        MilestoneId indexed milestone,
        bytes32 indexed evidence,
        address indexed officer,
        uint128 amount,
        Finding finding
    );
    event MilestonePaid(MilestoneId indexed milestone, address indexed payout, uint128 amount);
    /// @notice The token refused; the amount stays owed and {payMilestone} tries again.
    event PaymentRefused(MilestoneId indexed milestone, address indexed payout, uint128 amount);
    /// @notice Nothing more will happen to it. `state` is Paid or Cancelled.
    event MilestoneClosed(MilestoneId indexed milestone, MilestoneState state, uint128 paid);

    error Milestones_Unknown(MilestoneId milestone);
    error Milestones_WrongState(MilestoneId milestone, MilestoneState state);
    error Milestones_EvidenceMissing();
    error Milestones_ClaimInvalid(MilestoneId milestone, uint128 claimed, uint128 amount);
    error Milestones_NotAMonitor(MilestoneId milestone, address account);
    /// @notice A monitor who wants to submit evidence, or who is an officer of the partner by now and wants to verify it.
    error Milestones_MonitorNotIndependent(address monitor);
    error Milestones_VerifiedAlready(MilestoneId milestone, address monitor);
    error Milestones_OtherEvidence(MilestoneId milestone, bytes32 expected, bytes32 given);
    error Milestones_FindingInvalid(Finding finding);
    error Milestones_AmountInvalid(MilestoneId milestone, uint128 amount, uint128 claimed);
    /// @notice An advance has nothing to verify: the agency alone authorises it.
    error Milestones_NothingToVerify(MilestoneId milestone);
    error Milestones_SignatureInvalid(address monitor);
    error Milestones_NothingProposed(MilestoneId milestone);
    /// @notice What was restated is not what is proposed.
    error Milestones_OtherAuthorisation(MilestoneId milestone, uint128 proposed, Finding finding);
    error Milestones_AuthorisedAlready(MilestoneId milestone);
    error Milestones_NothingToPay(MilestoneId milestone);

    /// @notice Submit a planned or returned milestone. A Preparer of the partner. What monitors and agency said of earlier evidence is void.
    /// @dev Requirements: the agreement is active; the claim is in escrow and free; a deliverable claims its whole amount, the others up to
    /// it; an advance, only when no other is under way or unaccounted for; the caller is no monitor of the version in force. Emits
    /// {MilestoneSubmitted}.
    /// @param claimed Ledger units.
    /// @param evidence keccak256 of the file.
    function submitMilestone(
        MilestoneId milestone,
        uint128 claimed,
        bytes32 evidence,
        string calldata uri
    ) external;

    /// @notice State that the evidence with this hash shows the work as done. A monitor of the version it was submitted under, who is no officer of
    /// the partner. Not for advances.
    /// @dev Emits {MilestoneVerified}; with the last verification needed on an authorised milestone, also the events of the payment.
    function verifyMilestone(MilestoneId milestone, bytes32 evidence) external;

    /// @notice The same with signed statements of one or several monitors, sent by anyone. Emits {MilestoneVerified} for each.
    function verifyBySignatures(
        MilestoneId milestone,
        bytes32 evidence,
        Statement[] calldata statements
    ) external;

    /// @notice Return a submission. A monitor while it is submitted; a Finance officer or Approver of the agency, also when it is verified,
    /// as long as it is not authorised. The escrow stays reserved. Emits {MilestoneReturned}.
    function returnMilestone(
        MilestoneId milestone,
        bytes32 evidence,
        Finding finding,
        bytes32 report
    ) external;

    /// @notice Propose what to pay: the whole claim, or less with a finding. A Finance officer of the agency. Replaces an earlier proposal; a return
    /// voids it. Before or after the monitors. Emits {AuthorisationProposed}.
    /// @dev The milestone keeps the proposal itself, which is half as dear as an act of {IDualControl}; the rules are the same.
    function proposeAuthorisation(
        MilestoneId milestone,
        bytes32 evidence,
        uint128 amount,
        Finding finding
    ) external;

    /// @notice Authorise exactly what is proposed, by restating it. An Approver of the agency, who did not propose it.
    /// @dev Emits {MilestoneAuthorised}; if the quorum is there (or it is an advance), also {MilestonePaid} or {PaymentRefused}. What is
    /// authorised is paid at once; what was cut can be disputed for the review period, and is free for other milestones after it.
    function authoriseMilestone(
        MilestoneId milestone,
        bytes32 evidence,
        uint128 amount,
        Finding finding
    ) external;

    /// @notice Try a refused payment again, or close a milestone whose reduction nobody disputed in time. Anyone. Emits {MilestonePaid} or
    /// {PaymentRefused}, and {MilestoneClosed} when nothing is left open.
    function payMilestone(MilestoneId milestone) external;

    /// @notice How many milestones there are; their ids are 1 to this number.
    function milestones() external view returns (uint32);

    /// @notice Where a milestone stands. Reverts with {Milestones_Unknown} when no terms defined it.
    function milestoneOf(MilestoneId milestone) external view returns (MilestoneView memory);

    /// @notice The EIP-712 digest that a monitor signs.
    /// @param submittedAt {MilestoneView-since} of the submission.
    function hashStatement(
        MilestoneId milestone,
        bytes32 evidence,
        uint40 submittedAt
    ) external view returns (bytes32);

    /// @notice Whether the monitor verified the latest evidence of the milestone.
    function hasVerified(MilestoneId milestone, address monitor) external view returns (bool);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Pauses: two switches of a programme, redemptions and payouts
/// @notice While *redemptions* are paused no receipt counts: a batch stops and is sent again later, nothing is rejected; receipts are not
/// corrected, and no cycle is closed. While *payouts* are paused nothing is settled and nothing returned to a source. Money can come in,
/// cycles can be prepared, approved and loaded, accounts held and terminals revoked all the while.
///
/// A switch can be paused by two sides, apart from each other, and is on again when neither pauses it:
/// - the Guardian of the organisation, at any time and for as long as it takes. The Guardian lifts this pause at once. Two officers lift it,
///   too, after a wait of two days: long enough for a Guardian who paused because of these officers to remove them, short enough that a
///   lost Guardian's key keeps no household waiting. Such a pause moves no dates; two officers extend cycles if they should.
/// - a member of the Council, once in each epoch of it, for seven days at most. The member or the Council lifts it earlier. A pause of
///   redemptions gives the programme's approved cycles the time back that it takes: expiry and end of grace of a cycle that is open, or
///   opens meanwhile, move by as much as the pause and the cycle have in common. The dates that {ICycles-cycleOf} tells are those that count,
///   at any moment: they move by the whole length when the pause begins, and back by what was left of it when it is lifted.
///
/// Trust: neither side can move money or entitlements. A Guardian can keep a programme still until the Council names another; a member for
/// seven days an epoch. Where the Consortium's council is a plain address, it has no members who could pause.
interface IPauses {
    /// @param guardianSince When the Guardian paused it, Unix seconds; 0 when the Guardian does not.
    /// @param memberUntil When the pause of a Council member lapses, Unix seconds; 0 when there is none.
    /// @param member The member who paused it; zero when none does.
    /// @param isPaused Whether either of them does.
    struct PauseView {
        uint40 guardianSince;
        uint40 memberUntil;
        address member;
        bool isPaused;
    }

    /// @notice `redemptions` and `payouts` tell which switches are meant; `reason` is a code, ASCII, e.g. "LOST-KEYS".
    event PausedByGuardian(address indexed guardian, bool redemptions, bool payouts, bytes32 reason);
    /// @notice `officer` is the Guardian, or the programme itself when two officers lifted the pause.
    event GuardianPauseLifted(address indexed officer, bool redemptions, bool payouts);
    /// @notice The pause lapses at `until` (Unix seconds) by itself. Cycles that it gives time to emit {ICycles-CycleTimesChanged}, too.
    event PausedByMember(
        address indexed member,
        uint256 indexed epoch,
        bool redemptions,
        bool payouts,
        uint40 until,
        bytes32 reason
    );
    /// @notice `account` is the member who paused, or the Council.
    event MemberPauseLifted(address indexed account, bool redemptions, bool payouts);

    /// @notice Redemptions are paused.
    error Pauses_RedemptionsPaused();
    /// @notice Settlements and returns are paused.
    error Pauses_PayoutsPaused();
    /// @notice Neither switch was named.
    error Pauses_NothingNamed();
    /// @notice The caller is no member of the Council, or the Consortium's council is none that has members.
    error Pauses_OnlyMember(address caller);
    /// @notice The member has paused this programme in this epoch of the Council already.
    error Pauses_UsedUp(address member, uint256 epoch);
    /// @notice A Council member's pause of a named switch is in force.
    error Pauses_PausedAlready(uint256 until);
    /// @notice A named switch is not paused by that side.
    error Pauses_NotPaused();
    /// @notice The pause that was restated is not the one in force.
    error Pauses_OtherPauseRestated(uint40 since, uint40 restated);
    /// @notice Only the member who paused, or the Council, lifts a member's pause.
    error Pauses_OnlyPauser(address caller, address member);

    /// @notice Pause as the Guardian of the organisation, without end. Pausing what is paused begins anew.
    /// @dev Requirements: the caller is the Guardian; at least one switch is named; the programme is not closed. Emits {PausedByGuardian}.
    function pauseAsGuardian(bool redemptions, bool payouts, bytes32 reason) external;

    /// @notice Lift the Guardian's pause. The Guardian at once; or act (Finance, Approver; waits two days).
    /// @dev Requirements: every named switch was paused by the Guardian at `since`. Emits {GuardianPauseLifted}.
    /// @param since When the pause that is lifted began, Unix seconds: no lifting can be proposed before the pause.
    function liftGuardianPause(bool redemptions, bool payouts, uint40 since) external;

    /// @notice Pause for seven days as a member of the Council.
    /// @dev Requirements: the caller is a member; it has not paused this programme in this epoch; no member's pause of a named switch is
    /// in force; the programme is not closed. Emits {PausedByMember}, and {ICycles-CycleTimesChanged} for each cycle that gets time.
    function pauseAsMember(bool redemptions, bool payouts, bytes32 reason) external;

    /// @notice Lift a Council member's pause before it lapses: the member who paused, or the Council. The member's right is used up.
    /// @dev Requirements: a member's pause of every named switch is in force; the caller may lift it. Emits {MemberPauseLifted}, and
    /// {ICycles-CycleTimesChanged} for each cycle that had more time given than the pause took.
    function liftMemberPause(bool redemptions, bool payouts) external;

    /// @notice Who has paused redemptions and payouts, and until when.
    function pauses() external view returns (PauseView memory redemptions, PauseView memory payouts);

    /// @notice Whether the address could pause as a member of the Council now, as far as its right goes.
    function mayPauseAsMember(address account) external view returns (bool);
}

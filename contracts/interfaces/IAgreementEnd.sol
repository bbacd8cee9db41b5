// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title The end of an agreement
/// @notice Completed: every milestone is over and every advance accounted for. Terminated: one side gave notice, as partnership agreements in the
/// field provide, and the notice period of the terms passed; at once when the Consortium suspended the other side. In both cases what
/// nobody can claim any more goes back to the sources.
///
/// Termination cancels what is planned, sends what is submitted, returned or cut and still disputable to the arbiter, and pays what the monitors
/// verified. Advances remain to be accounted for.
interface IAgreementEnd {
    enum Party {
        None,
        Agency,
        Partner
    }

    /// @param party Who gave notice.
    /// @param endsAt Unix seconds from which anyone can terminate.
    /// @param reason keccak256 of the letter.
    struct Notice {
        Party party;
        uint40 endsAt;
        bytes32 reason;
    }

    event NoticeGiven(Party indexed party, uint40 endsAt, bytes32 reason);
    event NoticeWithdrawn(Party indexed party, address indexed officer);
    event AgreementTerminated(Party indexed party);
    event AgreementCompleted(address indexed officer);

    error End_NoticeGivenAlready(Party party, uint256 endsAt);
    error End_NoNotice();
    error End_NoticeRuns(uint256 endsAt);
    error End_MilestonesOpen(uint256 pending);

    /// @notice Act (Finance, Approver of the agency): give notice for the agency. Emits {NoticeGiven}.
    function giveNotice(bytes32 reason) external;

    /// @notice Give notice for the partner. An Administrator of the partner. Emits {NoticeGiven}.
    function giveNoticeAsPartner(bytes32 reason) external;

    /// @notice Take a notice back. The side that gave it: a Finance officer or Approver of the agency, or an Administrator of the partner.
    /// Emits {NoticeWithdrawn}.
    function withdrawNotice() external;

    /// @notice End the agreement when the notice has run out. Anyone. Emits {AgreementTerminated} and what happens to each milestone.
    function terminate() external;

    /// @notice End the agreement when nothing is open. A Finance officer or Approver of the agency, or an Administrator of the partner. Emits
    /// {AgreementCompleted}.
    function complete() external;

    /// @notice The notice that one side has given; all zero when there is none.
    function notice() external view returns (Notice memory);

    /// @notice Whether it is completed or terminated.
    function isClosed() external view returns (bool);
}

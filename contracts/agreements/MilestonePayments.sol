// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAdvances} from "../interfaces/IAdvances.sol";
import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IDisputes} from "../interfaces/IDisputes.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {AgreementStorage, Books, Milestone, OpenAdvance, agreementStorage} from "./AgreementState.sol";
import {EscrowMoney} from "./EscrowMoney.sol";

/// @title How a milestone is paid and closed, or goes to the arbiter
/// @notice Shared by whatever can bring a milestone to its end: monitors, officers, the arbiter, an amendment, a termination.
abstract contract MilestonePayments is EscrowMoney {
    /// @dev Pay what was just authorised and verified; what was cut can be disputed from now on.
    function _payAuthorised(MilestoneId id, Milestone storage m) internal {
        m.since = uint40(block.timestamp);
        _pay(id, m);
    }

    /// @dev Pay what is authorised and not paid, and close the milestone when nothing is left open.
    function _pay(MilestoneId id, Milestone storage m) internal {
        uint72 due = m.authorised - m.paid;
        if (due > 0 && !_payOut(id, m, due)) return;
        if (!_isDisputable(m)) _close(id, m);
    }

    /// @dev Nothing more happens to the milestone. Requires that what is authorised is paid.
    function _close(MilestoneId id, Milestone storage m) internal {
        uint72 paid = m.paid;
        Books storage b = agreementStorage().books;
        if (!m.isDecided && m.claimed != paid) b.reserved -= m.claimed - paid;
        if (m.amount != paid) b.pending -= m.amount - paid;
        IMilestones.MilestoneState last =
            paid > 0 ? IMilestones.MilestoneState.Paid : IMilestones.MilestoneState.Cancelled;
        m.state = last;
        emit IMilestones.MilestoneClosed(id, last, paid);
        if (m.kind == IAgreementTerms.MilestoneKind.Advance) _closeAdvance(id, paid > 0);
    }

    /// @dev Whether the partner can still dispute what an authorisation cut.
    function _isDisputable(Milestone storage m) internal view returns (bool) {
        return !m.isDecided && _authorised(m) < m.claimed && block.timestamp <= _reviewEnd(m);
    }

    /// @dev An advance is submitted: from now on it is the one that is under way.
    function _openAdvance(MilestoneId id) internal {
        OpenAdvance storage open = agreementStorage().advance;
        uint32 number = MilestoneId.unwrap(id);
        if (open.milestone != 0 && open.milestone != number) {
            revert IAdvances.Advances_UnderWay(MilestoneId.wrap(open.milestone), open.outstanding);
        }
        open.milestone = number;
    }

    /// @dev Nothing more of this milestone will be paid: if it is the advance under way and all is accounted for, the next one may come.
    function _closeAdvance(MilestoneId id, bool wasPaid) internal {
        OpenAdvance storage open = agreementStorage().advance;
        if (open.milestone != MilestoneId.unwrap(id) || open.outstanding > 0) return;
        delete agreementStorage().advance;
        if (wasPaid) emit IAdvances.AdvanceAccountedFor(id);
    }

    /// @dev What the two sides could not settle goes to the arbiter. What was authorised before the monitors spoke is not, any more; what was
    /// authorised and verified stays the partner's.
    function _toArbiter(MilestoneId id, Milestone storage m, bytes32 reason) internal {
        bool isReduction = m.state == IMilestones.MilestoneState.Verified && _authorised(m) > 0;
        if (!isReduction && m.state != IMilestones.MilestoneState.Returned) {
            _voidAuthorisation(m);
            m.finding = IMilestones.Finding.None;
        }
        m.state = IMilestones.MilestoneState.Disputed;
        m.since = uint40(block.timestamp);
        emit IDisputes.MilestoneDisputed(
            id,
            msg.sender,
            m.claimed - m.authorised,
            uint40(_decideBy(m)),
            reason
        );
    }

    /// @dev What was authorised, or only proposed, counts no more.
    function _voidAuthorisation(Milestone storage m) internal {
        m.isAuthorised = false;
        m.proposer = address(0);
        m.authorised = 0;
    }

    function _decideBy(Milestone storage m) internal view returns (uint256) {
        return uint256(m.since) + _conductOf(m).arbiterPeriod;
    }

    /// @return isPaid False, and nothing changed, when the token refuses.
    function _payOut(MilestoneId id, Milestone storage m, uint72 due) private returns (bool isPaid) {
        AgreementStorage storage s = agreementStorage();
        address payout = s.conducts[s.version].payout;

        // effect: before any token moves, it is owed no more
        bool isAdvance = m.kind == IAgreementTerms.MilestoneKind.Advance;
        m.paid += due;
        s.books.held -= due;
        s.books.reserved -= due;
        s.books.pending -= due;
        s.books.paid += due;
        if (isAdvance) s.advance.outstanding += due;

        // interaction
        if (_send(payout, due)) {
            emit IMilestones.MilestonePaid(id, payout, due);
            return true;
        }
        m.paid -= due;
        s.books.held += due;
        s.books.reserved += due;
        s.books.pending += due;
        s.books.paid -= due;
        if (isAdvance) s.advance.outstanding -= due;
        emit IMilestones.PaymentRefused(id, payout, due);
        return false;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {MoneyHandler} from "./MoneyHandler.sol";

/// @notice The guardian and members of the council pause and lift, each switch or both; two officers lift what the guardian left behind;
/// the council starts new epochs. Every so often somebody tries it who may not.
abstract contract PausesHandler is MoneyHandler {
    uint256 private constant LONGEST = 7 days;

    function pause(uint256 seed) external oneRound {
        function(uint256)[8] memory actions = [
            _guardianPauses,
            _guardianLifts,
            _guardianLifts,
            _officersLift,
            _memberPauses,
            _memberLifts,
            _memberLifts,
            _startEpoch
        ];
        actions[_pick(seed, "pause", 8)](seed);
    }

    function _guardianPauses(uint256 seed) private {
        uint256 site = _siteOf(seed);
        (bool redemptions, bool payouts) = _switches(seed);
        address actor = _isOneIn(seed, "somebody", 6) ? _somebody(seed) : guardian;
        bytes memory data = abi.encodeCall(IPauses.pauseAsGuardian, (redemptions, payouts, "CARE"));
        if (!_tryOn(actor, site, "guardian's pause", data)) return;
        if (actor != guardian) ++breaches.loneActs;
        if (redemptions) guardianSince[site][REDEMPTIONS] = vm.getBlockTimestamp();
        if (payouts) guardianSince[site][PAYOUTS] = vm.getBlockTimestamp();
    }

    function _guardianLifts(uint256 seed) private {
        uint256 site = _pausedSite(seed);
        address actor = _isOneIn(seed, "somebody", 6) ? _somebody(seed) : guardian;
        for (uint256 which = 0; which < 2; ++which) {
            if (guardianSince[site][which] == 0) continue;
            if (!_tryOn(actor, site, "guardian's lifting", _lifting(site, which))) continue;
            if (actor != guardian) ++breaches.loneActs;
            guardianSince[site][which] = 0;
        }
    }

    /// @dev Two officers lift the guardian's pause, after two days or, in vain, before.
    function _officersLift(uint256 seed) private {
        uint256 site = _pausedSite(seed);
        uint256 which = guardianSince[site][REDEMPTIONS] > 0 ? REDEMPTIONS : PAYOUTS;
        if (guardianSince[site][which] == 0) return;
        bytes memory act = _lifting(site, which);
        (, bytes memory result) = _send(
            finance,
            address(sites[site].programme),
            abi.encodeCall(IDualControl.proposeAct, (act))
        );
        bool isEarly = _isOneIn(seed, "early", 3);
        if (!isEarly) skip(2 days);
        bytes memory data = abi.encodeCall(IDualControl.approveAct, (abi.decode(result, (uint256)), act));
        if (!_tryOn(approver, site, "officers' lifting", data)) return;
        if (isEarly) ++breaches.loneActs;
        guardianSince[site][which] = 0;
    }

    function _memberPauses(uint256 seed) private {
        uint256 site = _siteOf(seed);
        (bool redemptions, bool payouts) = _switches(seed);
        bool isSomebody = _isOneIn(seed, "somebody", 6);
        address actor = isSomebody ? _somebody(seed) : members[_pick(seed, "member", 3)];
        bytes memory data = abi.encodeCall(IPauses.pauseAsMember, (redemptions, payouts, "CARE"));
        if (!_tryOn(actor, site, "member's pause", data)) return;
        if (isSomebody || usedInEpoch[site][actor] == epoch) ++breaches.loneActs;
        usedInEpoch[site][actor] = epoch;
        if (redemptions) _setMember(site, REDEMPTIONS, actor);
        if (payouts) _setMember(site, PAYOUTS, actor);
    }

    /// @dev A pause of seven days has mostly lapsed by now, so there is a new one first, if a member has the right.
    function _memberLifts(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint256 now_ = vm.getBlockTimestamp();
        if (memberUntil[site][REDEMPTIONS] <= now_ && memberUntil[site][PAYOUTS] <= now_) _memberPauses(seed);
        uint256 which = memberUntil[site][REDEMPTIONS] > now_ ? REDEMPTIONS : PAYOUTS;
        bool isSomebody = _isOneIn(seed, "somebody", 6);
        address actor = isSomebody ? _somebody(seed) : memberOf[site][which];
        if (_isOneIn(seed, "the council", 4)) (actor, isSomebody) = (address(theCouncil), false);
        bytes memory data = abi.encodeCall(IPauses.liftMemberPause, (which == REDEMPTIONS, which == PAYOUTS));
        if (!_tryOn(actor, site, "member's lifting", data)) return;
        if (isSomebody || memberUntil[site][which] <= now_) ++breaches.loneActs;
        memberUntil[site][which] = now_;
    }

    function _startEpoch(uint256) private {
        ICouncil.Settings memory same = theCouncil.settings();
        vm.prank(address(theCouncil));
        theCouncil.reconfigure(new ICouncil.Member[](0), new address[](0), same);
        ++epoch;
        _count("epoch", true);
    }

    function _setMember(uint256 site, uint256 which, address actor) private {
        if (memberUntil[site][which] > vm.getBlockTimestamp()) ++breaches.loneActs;
        memberUntil[site][which] = vm.getBlockTimestamp() + LONGEST;
        memberOf[site][which] = actor;
    }

    function _tryOn(
        address actor,
        uint256 site,
        bytes32 kind,
        bytes memory data
    ) private returns (bool isDone) {
        (isDone, ) = _send(actor, address(sites[site].programme), data);
        _count(kind, isDone);
    }

    function _lifting(uint256 site, uint256 which) private view returns (bytes memory) {
        uint40 since = uint40(guardianSince[site][which]);
        return abi.encodeCall(IPauses.liftGuardianPause, (which == REDEMPTIONS, which == PAYOUTS, since));
    }

    /// @dev A site where the guardian pauses something, if there is one.
    function _pausedSite(uint256 seed) private view returns (uint256 site) {
        site = _siteOf(seed);
        if (guardianSince[site][REDEMPTIONS] + guardianSince[site][PAYOUTS] == 0) site = 1 - site;
    }

    function _switches(uint256 seed) private pure returns (bool redemptions, bool payouts) {
        uint256 dice = _pick(seed, "switches", 3);
        return (dice != 0, dice != 1);
    }

    function _somebody(uint256 seed) private view returns (address) {
        address[5] memory actors = [hostile, finance, custodian, both, terminalsOf[0][0]];
        return actors[_pick(seed, "who", 5)];
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IClosure} from "../../../contracts/interfaces/IClosure.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {DemoDollar} from "../../../contracts/testing/DemoDollar.sol";
import {PausesHandler} from "./PausesHandler.sol";

/// @notice Small programmes beside the two sites that come to their end, and whatever is tried on them afterwards.
abstract contract ClosureHandler is PausesHandler {
    uint256 private constant MOST_CLOSED = 3;

    /// @notice A programme is made, gets money, and is closed; or, when there are enough, somebody tries to wake a closed one.
    function wind(uint256 seed) external oneRound {
        if (closed.length < MOST_CLOSED && _isOneIn(seed, "end", 2)) _endOne(seed);
        else if (closed.length > 0) _wake(closed[_pick(seed, "closed", closed.length)], seed);
    }

    function _endOne(uint256 seed) private {
        IProgramme ending = _startOne(seed);
        bool isPaused = _isOneIn(seed, "paused", 3);
        if (isPaused) {
            vm.prank(guardian);
            ending.pauseAsGuardian(_isOneIn(seed, "switch", 2), true, "CARE");
        }
        address to = _isOneIn(seed, "unrecorded", 4) ? hostile : source;
        bytes memory act = abi.encodeCall(IClosure.closeProgramme, (to));
        (, bytes memory result) = _send(
            finance,
            address(ending),
            abi.encodeCall(IDualControl.proposeAct, (act))
        );
        bool isEarly = _isOneIn(seed, "early", 4);
        if (!isEarly) skip(2 days);
        bytes memory data = abi.encodeCall(IDualControl.approveAct, (abi.decode(result, (uint256)), act));
        (bool isDone, ) = _send(approver, address(ending), data);
        _count("closed programme", isDone);
        if (!isDone) return;
        if (isPaused || to == hostile || isEarly) ++breaches.loneActs;
        closed.push(ending);
        donatedAfter.push(0);
    }

    function _startOne(uint256 seed) private returns (IProgramme started) {
        vm.prank(administrator);
        started = IProgramme(factory.createProgramme(settingsFor(address(dollar)), bands()));
        bytes memory act = abi.encodeCall(IBudget.recordSource, (source, "agreement"));
        runAct(started, finance, approver, act);
        uint128 amount = uint128(_pick(seed, "amount", 1e6) + 2);
        dollar.mint(address(this), amount);
        dollar.approve(address(started), amount);
        started.fund(amount, source);
        if (_isOneIn(seed, "fees", 2))
            runAct(started, finance, approver, abi.encodeCall(IBudget.changeFeeReserve, (amount / 2, true)));
        if (_isOneIn(seed, "unasked", 2)) dollar.mint(address(started), 7);
    }

    /// @dev Nothing of this may get through; tokens that somebody sends unasked do.
    function _wake(IProgramme asleep, uint256 seed) private {
        address target = address(asleep);
        uint256 dice = _pick(seed, "wake", 6);
        if (dice == 0) return _donateTo(asleep, seed);
        if (dice == 1) return _refusedTo(source, target, abi.encodeCall(IBudget.fund, (1, source)));
        if (dice == 2) {
            bytes memory act = abi.encodeCall(IBudget.returnUnspent, (1, source));
            return _refusedTo(finance, target, abi.encodeCall(IDualControl.proposeAct, (act)));
        }
        if (dice == 3)
            return _refusedTo(guardian, target, abi.encodeCall(IPauses.pauseAsGuardian, (true, true, "")));
        if (dice == 4)
            return _refusedTo(members[0], target, abi.encodeCall(IPauses.pauseAsMember, (true, true, "")));
        ICycles.CycleTerms memory terms;
        bytes memory prepare = abi.encodeCall(ICycles.prepareCycle, (CycleId.wrap(1), terms));
        _refusedTo(preparer, target, prepare);
    }

    function _donateTo(IProgramme asleep, uint256 seed) private {
        uint256 tokens = _pick(seed, "tokens", 100);
        DemoDollar(address(dollar)).mint(address(asleep), tokens);
        for (uint256 i = 0; i < closed.length; ++i) {
            if (address(closed[i]) == address(asleep)) donatedAfter[i] += tokens;
        }
    }

    function _refusedTo(address actor, address target, bytes memory data) private {
        (bool isDone, ) = _send(actor, target, data);
        ++done["refused by a closed one"];
        if (isDone) ++breaches.loneActs;
    }
}

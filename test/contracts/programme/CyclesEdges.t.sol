// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

contract CyclesEdgesTest is ProgrammeTest {
    /// @dev Five years, a sixth of grace, and assistance for a single day.
    function test_PrepareCycle_WhenTotalLengthGraceAndPeriodAreAtTheirLimits() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.total = type(uint80).max;
        terms.expiresAt = terms.opensAt + 5 * 366 days;
        terms.graceEndsAt = terms.expiresAt + 366 days;
        terms.periodLastDay = terms.periodFirstDay;
        CycleId id = prepare(tenHouseholds(), terms);
        assertEq(uint256(programme.cycleOf(id).state), uint256(ICycles.CycleState.Prepared));
    }

    function test_PrepareCycle_WhenTheTotalIsAboveWhatACycleCanCount() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.total = uint128(type(uint80).max) + 1;
        CycleId id = programme.nextCycleId();
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_TermsInvalid.selector, bytes32("total")));
        vm.prank(preparer);
        programme.prepareCycle(id, terms);
    }

    function test_ExtendCycle_WhenOnlyTheGraceGrows() public {
        CycleId id = openCycle(tenHouseholds());
        (uint40 expiresAt, uint40 graceEndsAt) = (now_() + 30 days, now_() + 45 days);
        listAct(abi.encodeCall(ICycles.extendCycle, (id, expiresAt, graceEndsAt, "LATE-RECEIPTS")));
        assertEq(programme.cycleOf(id).expiresAt, expiresAt);
        assertEq(programme.cycleOf(id).graceEndsAt, graceEndsAt);
    }

    /// @dev Two of three chunks are loaded.
    function test_ReduceCycle_WhenTheTotalBecomesWhatIsLoaded() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        ListBuilder.Tree memory tree = treeOf(id);
        for (uint256 i = 0; i < 2; ++i) {
            programme.loadChunk(id, tree.chunks[i], tree.payloads[i], proofOf(id, i));
        }
        uint128 loaded = 512 * uint128(AMOUNT);
        listAct(abi.encodeCall(ICycles.reduceCycle, (id, loaded, "SHORT-OF-MONEY")));
        assertEq(programme.cycleOf(id).total, loaded);
        assertBalances(FUNDS - loaded, loaded, 0, 0);
    }
}

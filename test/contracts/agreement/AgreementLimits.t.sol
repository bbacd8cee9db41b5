// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../support/AgreementTest.sol";
import {TakingSource} from "./Escrow.t.sol";

contract AgreementLimitsTest is AgreementTest {
    uint256 private constant MOST_GAS = 16_777_216;
    uint32 private constant MILESTONES = 24;

    // --- sign

    function test_Sign_WhenThereAre24MilestonesAnd16Monitors() public {
        IAgreementTerms.Terms memory t = _largest();
        offer(t);
        vm.prank(partnerAdministrator);
        uint256 before = gasleft();
        agreement.acceptTerms(t);
        assertLt(before - gasleft(), MOST_GAS / 3, "gas of signing");
    }

    // --- terminate

    function test_Terminate_WhenAllIsVerifiedAndEverySourceBurnsItsGas() public {
        // A milestone costs 2 here, and all are verified but the last three; what those were to cost comes from hostile sources.
        TakingSource[4] memory sources;
        for (uint256 i = 0; i < 4; ++i) {
            sources[i] = new TakingSource();
            recordSource(address(sources[i]));
        }
        sign(_largest());
        fund(donor, (MILESTONES - 3) * 2 * USD);
        for (uint256 i = 0; i < 4; ++i) _bring(sources[i], USD);
        for (uint32 id = 1; id <= MILESTONES - 3; ++id) {
            submit(MilestoneId.wrap(id), 2 * USD);
            verifyAll(MilestoneId.wrap(id));
        }
        for (uint256 i = 0; i < 4; ++i) sources[i].setManner(TakingSource.Manner.BurnsGas);
        vm.prank(partnerAdministrator);
        agreement.giveNoticeAsPartner(REASON);
        skip(NOTICE);
        uint256 before = gasleft();
        agreement.terminate();
        assertLt(before - gasleft(), MOST_GAS, "gas of terminating");
        for (uint32 id = 1; id <= MILESTONES - 3; ++id)
            assertState(MilestoneId.wrap(id), IMilestones.MilestoneState.Paid);
        assertEq(agreement.money().credited, 4 * USD);
        assertTies();
    }

    function _bring(TakingSource source, uint128 amount) private {
        give(address(source), amount);
        source.approve(asset, address(agreement), amount);
        source.fund(agreement, amount);
    }

    function _largest() private view returns (IAgreementTerms.Terms memory t) {
        t = terms();
        t.milestones = new IAgreementTerms.MilestoneTerms[](MILESTONES);
        for (uint256 i = 0; i < MILESTONES; ++i)
            t.milestones[i] = planned(IAgreementTerms.MilestoneKind.Deliverable, 2 * USD);
        t.monitors = new address[](16);
        for (uint160 i = 0; i < 16; ++i) t.monitors[i] = address(0xa000 + i);
        (t.monitors[0], t.monitors[15]) = (monitor, secondMonitor);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMilestoneAgreement} from "../../../contracts/interfaces/IMilestoneAgreement.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../../contracts/support/AgreementTest.sol";

/// @notice Plain books of agreements, kept from what tokens really did: each call is watched by the balances before and after it. What the
/// contracts say is never asked for.
abstract contract AgreementModel is AgreementTest {
    struct Flows {
        uint256 escrowed;
        uint256 refunded;
        uint256 paid;
        uint256 returned;
        uint256 donated;
    }

    address internal hostile = makeAddr("hostile");
    IMilestoneAgreement[] internal agreements;
    mapping(IMilestoneAgreement agreement => Flows) internal flows;
    /// @dev What a milestone was when it was over; nothing may change it afterwards.
    mapping(IMilestoneAgreement agreement => mapping(uint32 milestone => bytes32)) internal finals;
    mapping(bytes32 kind => uint256) public done;
    uint256 public calls;
    uint256 public callsDone;
    /// @dev Tokens that reached somebody who is neither payout nor source, and milestones that changed when they were over.
    uint256 public strangePayments;
    uint256 public changedFinals;
    uint256 public loneAuthorisations;

    /// @notice Calls the agreement in somebody's name and books what the tokens did.
    function _send(bytes32 kind, address sender, bytes memory data) internal returns (bool isDone) {
        uint256[6] memory before = _balances();
        vm.prank(sender);
        (isDone, ) = address(agreement).call(data);
        ++calls;
        if (!isDone) return false;
        ++callsDone;
        ++done[kind];
        _book(before, _balances());
        _keepFinals();
    }

    function _balances() private view returns (uint256[6] memory b) {
        b[0] = asset.balanceOf(address(agreement));
        b[1] = asset.balanceOf(payout);
        b[2] = asset.balanceOf(otherPayout);
        b[3] = asset.balanceOf(donor);
        b[4] = asset.balanceOf(treasury);
        b[5] = asset.balanceOf(hostile) + asset.balanceOf(arbiter) + asset.balanceOf(finance);
    }

    function _book(uint256[6] memory before, uint256[6] memory now__) private {
        Flows storage f = flows[agreement];
        for (uint256 i = 1; i < 5; ++i) {
            bool isPartner = i < 3;
            if (now__[i] > before[i]) {
                uint256 got = now__[i] - before[i];
                if (isPartner) f.paid += got;
                else f.returned += got;
            } else {
                uint256 gave = before[i] - now__[i];
                if (isPartner) f.refunded += gave;
                else f.escrowed += gave;
            }
        }
        if (now__[5] != before[5]) ++strangePayments;
    }

    function _keepFinals() private {
        for (uint32 i = 1; i <= agreement.milestones(); ++i) {
            IMilestones.MilestoneView memory v = agreement.milestoneOf(MilestoneId.wrap(i));
            // A milestone that an amendment cancels is restated, so that only the fact counts there.
            bool isPaid = v.state == IMilestones.MilestoneState.Paid;
            if (!isPaid && v.state != IMilestones.MilestoneState.Cancelled) {
                if (finals[agreement][i] != 0) ++changedFinals;
                continue;
            }
            bytes32 hash = keccak256(abi.encode(v));
            if (finals[agreement][i] == 0) finals[agreement][i] = hash;
            if (finals[agreement][i] != hash) ++changedFinals;
        }
    }

    function _restart() internal {
        if (address(asset) == address(0) || agreements.length == 0) {
            createAgreement(address(new BlocklistToken(6)));
        } else {
            createAgreement(address(asset));
        }
        agreements.push(agreement);
    }

    function _isOneIn(uint256 seed, string memory what, uint256 count) internal pure returns (bool) {
        return _pick(seed, what, count) == 0;
    }

    function _pick(uint256 seed, string memory what, uint256 count) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, what))) % count;
    }
}

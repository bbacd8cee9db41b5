// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestoneAgreement} from "../../../contracts/interfaces/IMilestoneAgreement.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../../contracts/support/AgreementTest.sol";
import {EscrowProof} from "../../proofs/EscrowProof.sol";
import {Campaign} from "./Campaign.sol";

/// @notice Plain books of agreements, kept from what tokens really did: each call is watched by the balances before and after it. What the
/// contracts say is never asked for.
abstract contract AgreementModel is AgreementTest, Campaign {
    struct Flows {
        uint256 escrowed;
        uint256 refunded;
        uint256 paid;
        uint256 returned;
        uint256 donated;
    }

    address internal hostile = makeAddr("hostile");
    IMilestoneAgreement[] internal agreements;
    mapping(IMilestoneAgreement agreement => EscrowProof) private _proofs;
    mapping(IMilestoneAgreement agreement => Flows) internal flows;
    /// @dev What a milestone was when it was over; nothing may change it afterwards.
    mapping(IMilestoneAgreement agreement => mapping(uint32 milestone => bytes32)) internal finals;
    /// @dev Tokens that reached somebody who is neither payout nor source, and milestones that changed when they were over.
    uint256 public strangePayments;
    uint256 public changedFinals;
    uint256 public loneAuthorisations;

    /// @notice Calls the agreement in somebody's name and books what the tokens did.
    function _send(bytes32 kind, address sender, bytes memory data) internal returns (bool isDone) {
        uint256[6] memory before = _balances();
        vm.prank(sender);
        (isDone, ) = address(agreement).call(data);
        if (!isDone) return false;
        _note(kind);
        _book(before, _balances());
        _walk();
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

    /// @dev Walks {EscrowProof} beside the agreement: the call must be made of the steps that are proven, and leave the same numbers.
    function _walk() private {
        IEscrow.Money memory m = agreement.money();
        EscrowProof p = _proofs[agreement];
        if (m.escrowed != p.escrowed()) p.escrow(uint128(m.escrowed - p.escrowed()));
        if (m.refunded != p.refunded()) p.refund(uint128(m.refunded - p.refunded()));
        uint256 paid = m.paid - p.paid();
        uint256 kept = uint256(m.reserved) + paid;
        if (kept > p.reserved()) p.reserve(uint128(kept - p.reserved()));
        if (kept < p.reserved()) p.release(uint128(p.reserved() - kept));
        if (paid > 0) p.pay(uint128(paid));
        uint256 sent = m.returned - p.returned();
        if (m.credited + sent != p.credited()) p.credit(uint128(m.credited + sent - p.credited()));
        if (sent > 0) p.giveBack(uint128(sent));
        assertEq(m.held, p.held(), "proven: held");
        assertEq(m.reserved, p.reserved(), "proven: reserved");
        assertEq(m.credited, p.credited(), "proven: credited");
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
        _proofs[agreement] = new EscrowProof();
    }

    /// @dev Nothing can happen before terms are agreed, and after the end.
    function _isIdle() internal view returns (bool) {
        return agreement.version() == 0 || agreement.isClosed();
    }

    function _isBlocked(address account) internal view returns (bool) {
        return BlocklistToken(address(asset)).isBlocked(account);
    }

    function _isOneIn(uint256 seed, string memory what, uint256 count) internal pure returns (bool) {
        return _pick(seed, what, count) == 0;
    }

    function _pick(uint256 seed, string memory what, uint256 count) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, what))) % count;
    }
}

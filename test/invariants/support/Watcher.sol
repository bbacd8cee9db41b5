// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {Vm} from "../../contracts/support/Vm.sol";
import {World} from "./World.sol";

/// @notice Sends the handlers' calls and keeps the model up to date with what the chain announces, in the words of the interfaces.
abstract contract Watcher is World {
    /// @notice Calls as `actor`; whatever happens, the model knows it afterwards.
    function _send(
        address actor,
        address target,
        bytes memory data
    ) internal returns (bool isDone, bytes memory result) {
        vm.recordLogs();
        vm.prank(actor);
        (isDone, result) = target.call(data);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        if (!isDone) return (isDone, result);
        for (uint256 i = 0; i < logs.length; ++i) _see(logs[i]);
    }

    function _see(Vm.Log memory log) private {
        bytes32 topic = log.topics[0];
        if (topic == IDualControl.ActProposed.selector) {
            proposerOf[log.emitter][uint256(log.topics[1])] = _address(log.topics[3]);
        } else if (topic == IDualControl.ActApproved.selector) {
            _seeSignature(proposerOf[log.emitter][uint256(log.topics[1])], log.topics[3]);
        }
        for (uint256 site = 0; site < SITES; ++site) {
            if (log.emitter == address(sites[site].asset)) _seeToken(site, log);
            if (log.emitter != address(sites[site].programme)) continue;
            if (topic == IRedemptions.ReceiptsRecorded.selector) _seeReceipts(site, log);
            else if (topic == ICorrections.ReceiptCorrected.selector) _seeCorrection(site, log);
            else _seeCycle(site, log);
            _seeMoney(site, log);
        }
    }

    // --- Cycles and officers

    function _seeCycle(uint256 site, Vm.Log memory log) private {
        bytes32 topic = log.topics[0];
        uint32 cycle = log.topics.length > 1 ? uint32(uint256(log.topics[1])) : 0;
        if (topic == ICycles.CyclePrepared.selector) {
            preparerOf[site][cycle] = _address(log.topics[2]);
            stateOf[site][cycle] = ICycles.CycleState.Prepared;
            lastCycle[site] = cycle;
        } else if (topic == ICycles.CycleReturned.selector) {
            stateOf[site][cycle] = ICycles.CycleState.Returned;
        } else if (topic == ICycles.CycleApproved.selector || topic == ICycles.CycleReleased.selector) {
            _seeSignature(preparerOf[site][cycle], log.topics[2]);
            if (topic == ICycles.CycleApproved.selector) _seeApproval(site, cycle, log.data);
        } else if (topic == ICycles.CycleActivated.selector) {
            stateOf[site][cycle] = ICycles.CycleState.Approved;
            (uint8 bank, uint128 amount) = abi.decode(log.data, (uint8, uint128));
            if (++timesTaken[site][bank] == 2) ++done["bank again"];
            reserved[site] += amount;
            proofs[site].approveCycle(amount);
            (expiresAt[site][cycle], graceEndsAt[site][cycle]) = _preparedDates(site, cycle);
        } else if (topic == ICycles.CycleTimesChanged.selector) {
            (expiresAt[site][cycle], graceEndsAt[site][cycle], ) = abi.decode(
                log.data,
                (uint40, uint40, bytes32)
            );
        } else if (topic == ICycles.CycleReduced.selector) {
            (uint128 lower, ) = abi.decode(log.data, (uint128, bytes32));
            _release(site, total[site][cycle] - lower);
        } else if (topic == ICycles.CycleClosed.selector || topic == ICycles.CycleCancelled.selector) {
            _release(site, total[site][cycle] + refunded[site][cycle] - sold[site][cycle]);
            bool isClosing = topic == ICycles.CycleClosed.selector;
            stateOf[site][cycle] = isClosing ? ICycles.CycleState.Closed : ICycles.CycleState.Cancelled;
            if (isClosing && _isPaused(site, REDEMPTIONS)) ++breaches.passedPauses;
        } else if (topic == ICycles.ChunkLoaded.selector) {
            (, bytes memory payload) = abi.decode(log.data, (uint128, bytes));
            _seeChunk(site, cycle, uint256(log.topics[2]) * 256, payload);
        }
    }

    function _release(uint256 site, uint256 amount) private {
        reserved[site] -= amount;
        proofs[site].releaseCycle(uint128(amount));
    }

    /// @dev With the last approval it waits for its release, unless it is activated at once.
    function _seeApproval(uint256 site, uint32 cycle, bytes memory data) private {
        (uint8 approvals, uint8 needed) = abi.decode(data, (uint8, uint8));
        if (approvals >= needed) stateOf[site][cycle] = ICycles.CycleState.AwaitingRelease;
    }

    /// @dev The dates that the officers approved.
    function _preparedDates(uint256 site, uint32 cycle) private view returns (uint40, uint40) {
        return (termsOf[site][cycle].expiresAt, termsOf[site][cycle].graceEndsAt);
    }

    function _seeSignature(address proposer, bytes32 approver_) private {
        if (proposer == _address(approver_)) ++breaches.selfApprovals;
    }

    /// @dev Every household of a loaded chunk stands in the approved list with just this amount, and is loaded once.
    function _seeChunk(uint256 site, uint32 cycle, uint256 firstAccount, bytes memory payload) private {
        for (uint256 at = 0; at < payload.length; at += 8) {
            uint256 account = firstAccount + _number(payload, at, 1);
            uint256 amount = _number(payload, at + 1, 7);
            bool isPlanned = amount > 0 && planned[site][cycle][account] == amount;
            if (!isPlanned || isLoaded[site][cycle][account]) ++breaches.wrongLoads;
            isLoaded[site][cycle][account] = true;
            left[site][cycle][account] += amount;
            loaded[site][cycle] += amount;
        }
    }

    // --- Receipts

    function _seeReceipts(uint256 site, Vm.Log memory log) private {
        address key = _address(log.topics[1]);
        uint32 cycle = uint32(uint256(log.topics[2]));
        uint32 shopId = uint32(uint256(log.topics[3]));
        (uint32 first, bytes memory items, bytes memory rejections, IRedemptions.Stop stop) = abi.decode(
            log.data,
            (uint32, bytes, bytes, IRedemptions.Stop)
        );
        if (stop != IRedemptions.Stop.None) ++done["stopped batch"];
        if (stop == IRedemptions.Stop.Paused) ++done["batch in a pause"];
        if (items.length > 0 && _isPaused(site, REDEMPTIONS)) ++breaches.passedPauses;
        for (uint256 i = 0; i < items.length / 16; ++i) {
            ReceiptModel storage receipt = receipts[site][key][first + i];
            if (receipt.isRecorded || first + i != ++lastNumber[site][key]) ++breaches.wrongNumbers;
            receipt.isRecorded = true;
            receipt.cycle = cycle;
            receipt.account = uint32(_number(items, i * 16, 4));
            receipt.amount = uint56(_number(items, i * 16 + 4, 7));
            receipt.isRefund = _number(items, i * 16 + 15, 1) % 2 == 1;
            receipt.isRejected = _isRejected(rejections, i);
            if (receipt.isRejected) ++done["rejected receipt"];
            else _seeCredit(site, key, shopId, receipt);
        }
    }

    function _seeCredit(uint256 site, address key, uint32 shopId, ReceiptModel storage receipt) private {
        _credit(receipt);
        if (receipt.isRefund) {
            ++done["refund"];
            _modelRefund(site, key, shopId, receipt.cycle, receipt.account, receipt.amount);
            return;
        }
        ++done["sale"];
        bool isHeld = heldUntil[site][receipt.account] >= vm.getBlockTimestamp();
        if (isHeld || isClosed[receipt.account]) ++breaches.barredDebits;
        _modelSale(site, key, shopId, receipt.cycle, receipt.account, receipt.amount);
    }

    function _seeCorrection(uint256 site, Vm.Log memory log) private {
        (uint32 shopId, ICorrections.Correction memory c) = abi.decode(
            log.data,
            (uint32, ICorrections.Correction)
        );
        address key = _address(log.topics[1]);
        uint32 cycle = uint32(uint256(log.topics[3]));
        ReceiptModel storage receipt = receipts[site][key][uint256(log.topics[2])];
        if (receipt.isCorrected) ++breaches.wrongNumbers;
        if (_isPaused(site, REDEMPTIONS)) ++breaches.passedPauses;
        receipt.isCorrected = true;
        if (c.kind == ICorrections.CorrectionKind.Honour) {
            ++done["honour"];
            _credit(receipt);
            return _modelSale(site, key, shopId, cycle, c.account, c.amount);
        }
        if (c.amount > 0) {
            if (!receipt.isCredited) ++breaches.wrongNumbers;
            receipt.isCredited = false;
            _modelRefund(site, key, shopId, cycle, c.account, c.amount);
        }
        if (c.kind == ICorrections.CorrectionKind.Reverse) {
            ++done["reverse"];
        } else {
            ++done[c.amount > 0 ? bytes32("re-entry") : bytes32("entry of a lost receipt")];
            _credit(receipt);
            _modelSale(site, key, shopId, cycle, c.newAccount, c.newAmount);
        }
    }

    /// @dev The receipt counts from now on, and did not before.
    function _credit(ReceiptModel storage receipt) private {
        if (receipt.isCredited) ++breaches.wrongNumbers;
        receipt.isCredited = true;
    }

    function _isRejected(bytes memory rejections, uint256 index) private pure returns (bool) {
        for (uint256 at = 0; at < rejections.length; at += 3) {
            if (_number(rejections, at, 2) == index) return true;
        }
        return false;
    }

    // --- Money

    function _seeToken(uint256 site, Vm.Log memory log) private {
        if (log.topics[0] != IERC20.Transfer.selector) return;
        if (_address(log.topics[1]) != address(sites[site].programme)) return;
        if (_isPaused(site, PAYOUTS)) ++breaches.passedPauses;
        address to = _address(log.topics[2]);
        // Units that a bank pays for are retired: they go to nobody.
        bool isRetired = to == address(0) && sites[site].asset == unit;
        if (mayReceive[site][to] == 0 && !isRetired) ++breaches.strangePayments;
    }

    function _seeMoney(uint256 site, Vm.Log memory log) private {
        bytes32 topic = log.topics[0];
        if (topic == IBudget.FeeReserveChanged.selector) {
            (uint256 amount, bool isAdded) = abi.decode(log.data, (uint256, bool));
            fees[site] = isAdded ? fees[site] + amount : fees[site] - amount;
            proofs[site].changeFeeReserve(uint128(amount), isAdded);
        } else if (topic == IBudget.Funded.selector) {
            proofs[site].fund(uint128(abi.decode(log.data, (uint256))));
        } else if (topic == IBudget.UnspentReturned.selector) {
            proofs[site].returnUnspent(uint128(abi.decode(log.data, (uint256))));
        } else if (topic == ISettlements.SettlementMade.selector) {
            _seeSettlement(site, log);
        } else if (topic == ISettlements.SettlementConfirmed.selector) {
            uint256 freed = _endInstruction(site, log).withholding;
            withheld[site] -= freed;
            proofs[site].confirm(uint128(freed));
        } else if (topic == ISettlements.SettlementReturned.selector) {
            SettlementModel memory returned = _endInstruction(site, log);
            withheld[site] -= returned.withholding;
            fees[site] += returned.commission;
            proofs[site].comeBack(
                uint128(returned.amount - returned.withholding),
                uint128(returned.commission)
            );
            _owe(site, returned.shop, returned.cycle, returned.amount);
        }
    }

    function _seeSettlement(uint256 site, Vm.Log memory log) private {
        (ISettlements.SettlementState state, , ISettlements.SettlementTerms memory terms) = abi.decode(
            log.data,
            (ISettlements.SettlementState, uint128, ISettlements.SettlementTerms)
        );
        ++done[
            state == ISettlements.SettlementState.Refused ? bytes32("refused payment") : bytes32("settlement")
        ];
        if (state == ISettlements.SettlementState.Refused) return;
        uint32 shopId = uint32(uint256(log.topics[2]));
        uint32 cycle = uint32(uint256(log.topics[3]));
        bool isInstructed = state == ISettlements.SettlementState.Instructed;
        settlements[site][uint32(uint256(log.topics[1]))] = SettlementModel(
            shopId,
            cycle,
            terms.amount,
            terms.withholding,
            terms.commission,
            isInstructed
        );
        if (isInstructed) {
            withheld[site] += terms.withholding;
            proofs[site].instruct(terms.amount, terms.withholding, terms.commission);
        } else {
            proofs[site].settle(terms.amount, terms.withholding, terms.commission);
        }
        fees[site] -= terms.commission;
        _oweLess(site, shopId, cycle, terms.amount);
    }

    function _endInstruction(
        uint256 site,
        Vm.Log memory log
    ) private returns (SettlementModel memory settlement) {
        settlement = settlements[site][uint32(uint256(log.topics[1]))];
        // An instruction ends once.
        if (!settlement.isInstructed) ++breaches.wrongDebts;
        settlements[site][uint32(uint256(log.topics[1]))].isInstructed = false;
    }

    /// @dev `size` bytes from `at` on, as a big-endian number.
    function _number(bytes memory data, uint256 at, uint256 size) private pure returns (uint256 value) {
        for (uint256 i = 0; i < size; ++i) value = value * 256 + uint8(data[at + i]);
    }

    function _address(bytes32 topic) private pure returns (address) {
        return address(uint160(uint256(topic)));
    }
}

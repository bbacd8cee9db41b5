// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ListBuilder} from "../../contracts/support/ListBuilder.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {BudgetProof} from "../../proofs/BudgetProof.sol";
import {Campaign} from "./Campaign.sol";

/// @notice What the programmes must hold, in mappings of plain numbers: nothing here is packed, shared or computed the way the
/// contracts do it. Sites are numbered from 0. Lists, officers' agreements, holds and closings are what the handlers know they did;
/// receipts, payments and loads are what the chain announced.
abstract contract Model is Campaign {
    /// @notice One receipt number of a terminal, as announced.
    struct ReceiptModel {
        bool isRecorded;
        bool isCredited;
        bool isCorrected;
        bool isRejected;
        bool isRefund;
        uint32 cycle;
        uint32 account;
        uint56 amount;
    }

    struct SettlementModel {
        uint32 shop;
        uint32 cycle;
        uint128 amount;
        uint128 withholding;
        uint128 commission;
        bool isInstructed;
    }

    /// @notice What must never have happened. All stay zero.
    struct Breaches {
        // a load that differs from the approved list, or comes twice
        uint256 wrongLoads;
        // a sale of more than the account had
        uint256 overdrafts;
        // a refund of more than the terminal had sold in the cycle
        uint256 refundsAboveSales;
        // a shop paid more than it was owed, or asked for more back; a bank's answer that counted twice
        uint256 wrongDebts;
        // a receipt number that was recorded, credited or corrected twice, or before the ones below it
        uint256 wrongNumbers;
        // somebody approved their own proposal or cycle
        uint256 selfApprovals;
        // an act ran without two officers, or a call of somebody without the role got through
        uint256 loneActs;
        // a receipt of a terminal debited a held or closed account
        uint256 barredDebits;
        // tokens went from a programme to somebody whom no two officers had approved
        uint256 strangePayments;
        // a receipt counted, was rejected or corrected, a cycle was closed, or money left, while that was paused
        uint256 passedPauses;
    }

    Breaches internal breaches;

    // Lists
    mapping(uint256 site => mapping(uint32 cycle => ListBuilder.List)) internal listOf;
    mapping(uint256 site => mapping(uint32 cycle => ICycles.CycleTerms)) internal termsOf;
    mapping(uint256 site => mapping(uint32 cycle => uint256)) internal total;
    mapping(uint256 site => mapping(uint32 cycle => mapping(uint256 account => uint256))) internal planned;
    mapping(uint256 site => mapping(uint32 cycle => mapping(uint256 account => bool))) internal isLoaded;
    mapping(uint256 site => mapping(uint32 cycle => mapping(uint256 account => uint256))) internal left;
    mapping(uint256 site => mapping(uint32 cycle => uint256)) internal loaded;
    mapping(uint256 site => mapping(uint256 bank => uint256)) internal timesTaken;

    // Receipts
    mapping(uint256 site => mapping(address terminal => mapping(uint256 number => ReceiptModel)))
        internal receipts;
    mapping(uint256 site => mapping(address terminal => uint256 number)) internal lastNumber;
    mapping(uint256 site => mapping(uint32 cycle => uint256)) internal sold;
    mapping(uint256 site => mapping(uint32 cycle => uint256)) internal refunded;
    mapping(uint256 site => mapping(address terminal => mapping(uint32 cycle => uint256))) internal soldBy;
    mapping(uint256 site => mapping(address terminal => mapping(uint32 cycle => uint256)))
        internal refundedBy;
    mapping(uint256 site => mapping(uint32 account => uint256)) internal heldUntil;
    mapping(uint32 account => bool) internal isClosed;

    // Money
    mapping(uint256 site => mapping(uint32 shop => mapping(uint32 cycle => uint256))) internal owed;
    mapping(uint256 site => uint256) internal owedInAll;
    mapping(uint256 site => uint256) internal reserved;
    mapping(uint256 site => uint256) internal withheld;
    mapping(uint256 site => uint256) internal fees;
    mapping(uint256 site => uint256) internal donated;
    mapping(uint256 site => mapping(uint32 settlement => SettlementModel)) internal settlements;

    // Pauses; switches are REDEMPTIONS and PAYOUTS, times are Unix seconds
    uint256 internal constant REDEMPTIONS = 0;
    uint256 internal constant PAYOUTS = 1;
    uint256 internal epoch = 1;
    mapping(uint256 site => mapping(uint256 which => uint256)) internal guardianSince;
    mapping(uint256 site => mapping(uint256 which => uint256)) internal memberUntil;
    mapping(uint256 site => mapping(uint256 which => address)) internal memberOf;
    mapping(uint256 site => mapping(address member => uint256)) internal usedInEpoch;
    // Announced states and dates of cycles
    mapping(uint256 site => uint32) internal lastCycle;
    mapping(uint256 site => mapping(uint32 cycle => ICycles.CycleState)) internal stateOf;
    mapping(uint256 site => mapping(uint32 cycle => uint40)) internal expiresAt;
    mapping(uint256 site => mapping(uint32 cycle => uint40)) internal graceEndsAt;

    // Officers
    mapping(uint256 site => mapping(address receiver => uint256 approvals)) internal mayReceive;
    mapping(uint256 site => mapping(uint32 shop => address)) internal payoutOf;
    mapping(address contract_ => mapping(uint256 actId => address)) internal proposerOf;
    mapping(uint256 site => mapping(uint32 cycle => address)) internal preparerOf;

    /// @dev The proven pots of each programme: what it announces must be made of steps that are proven.
    BudgetProof[2] internal proofs = [new BudgetProof(), new BudgetProof()];
    /// @dev Calls that were sent, refused ones among them.
    uint256 internal calls;

    function _modelSale(
        uint256 site,
        address terminal,
        uint32 shop,
        uint32 cycle,
        uint32 account,
        uint256 amount
    ) internal {
        uint256 had = left[site][cycle][account];
        if (amount > had) {
            ++breaches.overdrafts;
            return;
        }
        left[site][cycle][account] = had - amount;
        sold[site][cycle] += amount;
        reserved[site] -= amount;
        proofs[site].sell(uint128(amount));
        soldBy[site][terminal][cycle] += amount;
        _owe(site, shop, cycle, amount);
    }

    function _modelRefund(
        uint256 site,
        address terminal,
        uint32 shop,
        uint32 cycle,
        uint32 account,
        uint256 amount
    ) internal {
        left[site][cycle][account] += amount;
        refunded[site][cycle] += amount;
        reserved[site] += amount;
        proofs[site].refund(uint128(amount));
        refundedBy[site][terminal][cycle] += amount;
        if (refundedBy[site][terminal][cycle] > soldBy[site][terminal][cycle]) ++breaches.refundsAboveSales;
        _oweLess(site, shop, cycle, amount);
    }

    function _owe(uint256 site, uint32 shop, uint32 cycle, uint256 amount) internal {
        owed[site][shop][cycle] += amount;
        owedInAll[site] += amount;
    }

    function _oweLess(uint256 site, uint32 shop, uint32 cycle, uint256 amount) internal {
        if (amount > owed[site][shop][cycle]) {
            ++breaches.wrongDebts;
            return;
        }
        owed[site][shop][cycle] -= amount;
        owedInAll[site] -= amount;
    }

    /// @notice Counts a call of a handler and whether it got through.
    function _count(bytes32 kind, bool isDone) internal {
        ++calls;
        if (isDone) _note(kind);
    }

    /// @notice A number below `size` that depends on the seed and the word alone.
    function _pick(uint256 seed, bytes32 word, uint256 size) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, word))) % size;
    }

    /// @notice True once in `size` seeds.
    function _isOneIn(uint256 seed, bytes32 word, uint256 size) internal pure returns (bool) {
        return _pick(seed, word, size) == 0;
    }
}

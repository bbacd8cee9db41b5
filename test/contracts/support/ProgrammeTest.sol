// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDocumentRegistry} from "../../../contracts/interfaces/IDocumentRegistry.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "./ListBuilder.sol";
import {ProgrammeFixture} from "./ProgrammeFixture.sol";
import {Receipts} from "./Receipts.sol";

/// @notice What happens in a programme's month, in one call each: prepare, approve, load, redeem, settle. Each ends with all books
/// tied out ({ProgrammeFixture-assertTies}).
abstract contract ProgrammeTest is ProgrammeFixture {
    using ListBuilder for ListBuilder.List;
    using ListBuilder for ListBuilder.Tree;

    uint56 internal constant AMOUNT = 50e6;
    bytes32 internal constant STATEMENT = keccak256("reconciliation statement");
    bytes32 internal constant BANK_STATEMENT = keccak256("bank statement");

    mapping(CycleId => ListBuilder.List) internal listOf;
    mapping(CycleId => ICycles.CycleTerms) internal termsOf;

    function setUp() public virtual override {
        super.setUp();
        recordDocument(STATEMENT, IDocumentRegistry.DocumentKind.Statement);
        recordDocument(BANK_STATEMENT, IDocumentRegistry.DocumentKind.BankStatement);
    }

    function now_() internal view returns (uint40) {
        return uint40(vm.getBlockTimestamp());
    }

    /// @notice Days since 1970-01-01.
    function today() internal view returns (uint32) {
        return uint32(vm.getBlockTimestamp() / 1 days);
    }

    // --- Cycles

    /// @notice Ten households of the first chunk.
    function tenHouseholds() internal pure returns (ListBuilder.List memory) {
        return ListBuilder.even(FIRST, 10, AMOUNT);
    }

    /// @notice Three chunks: all of the first, all of the second, the first of the third.
    function manyHouseholds() internal pure returns (ListBuilder.List memory) {
        return ListBuilder.even(FIRST, 513, AMOUNT);
    }

    function treeOf(CycleId id) internal view returns (ListBuilder.Tree memory) {
        return ListBuilder.List(listOf[id].accounts, listOf[id].amounts).tree(address(programme), id);
    }

    function proofOf(CycleId id, uint256 chunkIndex) internal view returns (bytes32[] memory) {
        return treeOf(id).proof(chunkIndex);
    }

    /// @notice Terms of the next cycle with this list: open now, for 30 days, with 10 days of grace.
    function draft(ListBuilder.List memory list) internal view returns (ICycles.CycleTerms memory terms) {
        ListBuilder.Tree memory tree = list.tree(address(programme), programme.nextCycleId());
        terms.listRoot = tree.root();
        terms.chunks = uint32(tree.chunks.length);
        terms.households = tree.households;
        terms.total = tree.total;
        terms.opensAt = now_();
        terms.expiresAt = now_() + 30 days;
        terms.graceEndsAt = now_() + 40 days;
        terms.periodFirstDay = today();
        terms.periodLastDay = today() + 29;
        terms.checkpoint = registry.checkpoint();
        terms.registryDigest = registry.digestAt(terms.checkpoint);
        terms.controlSheet = keccak256("control sheet");
    }

    function hashOf(CycleId id) internal view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, programme, id, termsOf[id]));
    }

    function prepare(ListBuilder.List memory list) internal returns (CycleId) {
        return prepare(list, draft(list));
    }

    function prepare(
        ListBuilder.List memory list,
        ICycles.CycleTerms memory terms
    ) internal returns (CycleId id) {
        id = programme.nextCycleId();
        vm.prank(preparer);
        programme.prepareCycle(id, terms);
        listOf[id] = list;
        termsOf[id] = terms;
        assertTies();
    }

    function approve(CycleId id) internal {
        approveBy(approver, id);
    }

    function approveBy(address officer, CycleId id) internal {
        bytes32 termsHash = hashOf(id);
        vm.prank(officer);
        programme.approveCycle(id, termsHash);
        assertTies();
    }

    /// @notice Loads every chunk that is not loaded.
    function load(CycleId id) internal {
        programme.loadMany(id, treeOf(id).loads());
        assertTies();
    }

    /// @notice Prepares, approves and loads.
    function openCycle(ListBuilder.List memory list) internal returns (CycleId id) {
        id = prepare(list);
        approve(id);
        load(id);
    }

    /// @notice Prepares with other terms, approves and loads.
    function openCycle(
        ListBuilder.List memory list,
        ICycles.CycleTerms memory terms
    ) internal returns (CycleId id) {
        id = prepare(list, terms);
        approve(id);
        load(id);
    }

    function stop(CycleId id) internal {
        listAct(abi.encodeCall(ICycles.stopCycle, (id, "SHOCK")));
    }

    function cancel(CycleId id) internal {
        listAct(abi.encodeCall(ICycles.cancelCycle, (id, "WRONG-LIST")));
    }

    function close(CycleId id) internal {
        financeAct(abi.encodeCall(ICycles.closeCycle, (id)));
    }

    /// @notice Past expiry and grace, then closed.
    function finish(CycleId id) internal {
        vm.warp(uint256(programme.cycleOf(id).graceEndsAt) + 1);
        close(id);
    }

    // --- Receipts

    /// @notice A sale of today.
    function sale(uint32 account, uint56 amount) internal view returns (bytes memory) {
        return Receipts.sale(account, amount, today());
    }

    /// @notice Sales of today, one for each of `count` neighbours.
    function sales(uint32 first, uint32 count, uint56 amount) internal view returns (bytes memory items) {
        for (uint32 i = 0; i < count; ++i) items = bytes.concat(items, sale(first + i, amount));
    }

    function batchOf(
        address key,
        CycleId id,
        uint32 firstNumber,
        bytes memory items
    ) internal pure returns (IRedemptions.ReceiptBatch memory) {
        return IRedemptions.ReceiptBatch(key, id, firstNumber, items);
    }

    function signed(IRedemptions.ReceiptBatch memory batch) internal view returns (bytes memory) {
        return signature(keyOf[batch.terminal], Receipts.digest(address(programme), batch));
    }

    function noExtracts() internal pure returns (IRedemptions.ListExtract[] memory) {
        return new IRedemptions.ListExtract[](0);
    }

    /// @notice All chunks of the cycle's list.
    function extractsOf(CycleId id) internal view returns (IRedemptions.ListExtract[] memory) {
        return treeOf(id).extracts();
    }

    function redeem(
        address key,
        CycleId id,
        uint32 firstNumber,
        bytes memory items
    ) internal returns (uint32) {
        return redeem(key, id, firstNumber, items, noExtracts());
    }

    /// @notice Signs a batch and relays it. The call is the first one after whatever the test expects.
    function redeem(
        address key,
        CycleId id,
        uint32 firstNumber,
        bytes memory items,
        IRedemptions.ListExtract[] memory extracts
    ) internal returns (uint32 next) {
        IRedemptions.ReceiptBatch memory batch = batchOf(key, id, firstNumber, items);
        next = programme.redeem(batch, signed(batch), extracts);
        assertEq(programme.terminalOf(key).nextNumber, next, "the next number that is stored");
        assertTies();
    }

    function nextNumber(address key) internal view returns (uint32) {
        return programme.terminalOf(key).nextNumber;
    }

    /// @notice Expects {IRedemptions-ReceiptsRecorded} of the shop's terminal, or the other shop's.
    function expectReceipts(
        address key,
        CycleId id,
        uint32 firstNumber,
        bytes memory items,
        bytes memory rejections,
        IRedemptions.Stop stop_
    ) internal {
        ShopId ofShop = key == otherTerminal ? otherShop : shop;
        vm.expectEmit(address(programme));
        emit IRedemptions.ReceiptsRecorded(key, id, ofShop, firstNumber, items, rejections, stop_);
    }

    // --- Settlements

    function recordDocument(bytes32 hash, IDocumentRegistry.DocumentKind kind) internal {
        vm.prank(finance);
        documents.record(agency, hash, kind, bytes32(uint256(uint160(address(programme)))), "");
    }

    /// @notice Terms of the next settlement: the shop's payout of now, its commission, nothing withheld.
    function settlement(
        ShopId to,
        CycleId id,
        uint128 amount
    ) internal view returns (ISettlements.SettlementTerms memory terms) {
        IShops.ShopView memory shop_ = programme.shopOf(to);
        terms.expectedId = programme.nextSettlementId();
        terms.shop = to;
        terms.cycle = id;
        terms.amount = amount;
        terms.commission = (amount * shop_.terms.commissionBps) / 10_000;
        terms.payoutHash = keccak256(abi.encode(shop_.payout));
        terms.statement = STATEMENT;
        bool isBank = shop_.payout.mode == IShops.PayoutMode.Bank;
        if (isBank) terms.endToEndId = bytes32(abi.encodePacked("E2E-", uint8(0x30 + terms.expectedId)));
    }

    function settle(ISettlements.SettlementTerms memory terms) internal returns (uint32 settlementId) {
        settlementId = terms.expectedId;
        financeAct(abi.encodeCall(ISettlements.settle, (terms)));
    }

    /// @notice Moves free money to the fee reserve.
    function addFees(uint128 amount) internal {
        financeAct(abi.encodeCall(IBudget.changeFeeReserve, (amount, true)));
    }

    // --- Refusals

    /// @notice Expects that Finance and Approver agree on an act that then reverts.
    function refuseFinanceAct(bytes memory act, bytes memory reason) internal {
        expectActRevert(programme, finance, approver, act, reason);
        assertTies();
    }

    /// @notice Expects that Preparer and Approver agree on an act that then reverts.
    function refuseListAct(bytes memory act, bytes memory reason) internal {
        expectActRevert(programme, preparer, approver, act, reason);
        assertTies();
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../../contracts/support/ListBuilder.sol";
import {Receipts} from "../../contracts/support/Receipts.sol";
import {CyclesHandler} from "./CyclesHandler.sol";

/// @notice Receipts of honest and dishonest terminals, relayed once, again, in part, out of order and with gaps; and their corrections.
abstract contract ReceiptsHandler is CyclesHandler {
    using ListBuilder for ListBuilder.Tree;

    struct Sent {
        uint256 site;
        IRedemptions.ReceiptBatch batch;
        bytes signature;
    }

    uint256 private constant MOST_SENT = 24;
    Sent[] private _sent;

    /// @notice Some terminals sell and refund, and somebody relays it. There is a running cycle in each programme by then.
    function redeem(uint256 seed) external oneRound {
        for (uint256 site = 0; site < SITES; ++site) {
            if (_countRunning(site) == 0) _openAt(site, seed, true);
        }
        for (uint256 i = 0; i < 4; ++i) _redeem(uint256(keccak256(abi.encode(seed, i))));
    }

    /// @notice Somebody relays a batch again, to its own programme or to the other one.
    function replay(uint256 seed) external oneRound {
        if (_sent.length == 0) return;
        Sent memory sent = _sent[_pick(seed, "sent", _sent.length)];
        uint256 site = _isOneIn(seed, "other site", 4) ? 1 - sent.site : sent.site;
        if (_relay(sent, site, true)) ++done["replay"];
    }

    /// @notice Two officers correct a receipt; one time in five it is any number, in any way.
    function correct(uint256 seed) external oneRound {
        uint256 site = _siteOf(seed);
        ICorrections.Correction memory c;
        c.terminal = terminalsOf[site][_pick(seed, "terminal of any status", terminalsOf[site].length)];
        c.kind = ICorrections.CorrectionKind(_pick(seed, "kind", 3));
        c.number = _numberFor(site, c.terminal, c.kind, seed);
        if (c.number == 0) return;

        ReceiptModel memory receipt = receipts[site][c.terminal][c.number];
        bool isOpen = _stateOf(site, receipt.cycle) == ICycles.CycleState.Approved;
        c.cycle = CycleId.wrap(isOpen ? receipt.cycle : _cycleToRedeem(site, seed));
        if (c.kind == ICorrections.CorrectionKind.Honour) (c.account, c.amount) = _right(site, c.cycle, seed);
        else (c.account, c.amount) = (receipt.account, receipt.amount);
        if (c.kind == ICorrections.CorrectionKind.ReEnter) {
            (c.newAccount, c.newAmount) = _right(site, c.cycle, seed ^ 1);
        }
        IRedemptions.ListExtract[] memory extracts = _extracts(site, CycleId.unwrap(c.cycle));
        _act(site, _financeOfficer(seed), abi.encodeCall(ICorrections.correct, (c, extracts)), seed);
    }

    /// @dev A terminal signs sales and refunds. Mostly they follow the last ones; every so often the batch starts among numbers that
    /// count already, with other receipts under them, or leaves a gap, or is signed with another key.
    function _redeem(uint256 seed) private {
        uint256 site = _siteOf(seed);
        address key = _terminalIn(site, IShops.TerminalStatus.Active, seed);
        uint32 cycle = _cycleToRedeem(site, seed);
        if (key == address(0) || cycle == 0) return;

        uint32 next = _nextNumber(site, key);
        bool hasGap = _isOneIn(seed, "gap", 20);
        bool isForged = _isOneIn(seed, "forged", 20);
        Sent memory sent;
        sent.site = site;
        sent.batch = IRedemptions.ReceiptBatch(
            key,
            CycleId.wrap(cycle),
            hasGap ? next + 1 : _firstNumber(next, seed),
            _items(site, key, cycle, seed)
        );
        uint256 signer = isForged ? uint256(keccak256("hostile")) : keyOf[key];
        sent.signature = signature(signer, Receipts.digest(address(sites[site].programme), sent.batch));

        bool isDone = _relay(sent, site, !_isOneIn(seed, "no extracts", 6));
        // What is known already is skipped before the signature is looked at.
        bool isNew = sent.batch.firstNumber + sent.batch.items.length / 16 > next;
        if (isDone && isNew && (isForged || hasGap)) ++breaches.loneActs;
        if (isDone && isNew && sent.batch.firstNumber < next) ++done["overlapping batch"];
        _keep(sent, seed);
    }

    /// @dev Mostly the next number, sometimes one that counts already.
    function _firstNumber(uint32 next, uint256 seed) private pure returns (uint32) {
        if (!_isOneIn(seed, "overlap", 4)) return next;
        return next - uint32(_pick(seed, "by", next < 4 ? next : 4));
    }

    function _keep(Sent memory sent, uint256 seed) private {
        if (_sent.length < MOST_SENT) _sent.push(sent);
        else _sent[_pick(seed, "sent", MOST_SENT)] = sent;
    }

    function _relay(Sent memory sent, uint256 site, bool withExtracts) private returns (bool isDone) {
        IRedemptions.ListExtract[] memory extracts;
        if (withExtracts) extracts = _extracts(site, CycleId.unwrap(sent.batch.cycle));
        bytes memory data = abi.encodeCall(IRedemptions.redeem, (sent.batch, sent.signature, extracts));
        (isDone, ) = _send(stranger, address(sites[site].programme), data);
        _count("batch", isDone);
    }

    function _extracts(
        uint256 site,
        uint32 cycle
    ) private view returns (IRedemptions.ListExtract[] memory extracts) {
        if (listOf[site][cycle].accounts.length > 0) extracts = _treeOf(site, cycle).extracts();
    }

    /// @dev Mostly a running cycle in which somebody has something left, sometimes any.
    function _cycleToRedeem(uint256 site, uint256 seed) private view returns (uint32 cycle) {
        for (uint256 i = 0; i < 6; ++i) {
            cycle = _cycleIn(site, ICycles.CycleState.Approved, seed ^ i);
            bool isLeft = loaded[site][cycle] + refunded[site][cycle] > sold[site][cycle];
            if (isLeft && _isRunning(site, cycle)) return cycle;
        }
        return _isOneIn(seed, "any cycle", 4) ? _recentCycle(site, seed) : 0;
    }

    function _items(
        uint256 site,
        address key,
        uint32 cycle,
        uint256 seed
    ) private view returns (bytes memory items) {
        uint256 count = 1 + _pick(seed, "items", 6);
        for (uint256 i = 0; i < count; ++i) {
            items = bytes.concat(items, _item(site, key, cycle, uint256(keccak256(abi.encode(seed, i)))));
        }
    }

    function _item(
        uint256 site,
        address key,
        uint32 cycle,
        uint256 seed
    ) private view returns (bytes memory) {
        uint256 dice = _pick(seed, "item", 16);
        uint32 today = uint32(vm.getBlockTimestamp() / 1 days);
        if (dice < 8) {
            (uint32 account, uint56 amount) = _right(site, CycleId.wrap(cycle), seed);
            return Receipts.sale(account, amount, today);
        }
        if (dice < 10) return Receipts.sale(_anyAccount(seed), _anyAmount(seed), today);
        if (dice < 13) {
            ReceiptModel memory earlier = receipts[site][key][_anyNumber(site, key, seed)];
            uint256 part = earlier.amount == 0 ? 1 : 1 + _pick(seed, "part", earlier.amount);
            return Receipts.refund(earlier.account, uint56(part), uint32(_anyNumber(site, key, seed)));
        }
        if (dice < 15) return Receipts.refund(_anyAccount(seed), _anyAmount(seed), 1);
        uint8 flags = uint8(_pick(seed, "flags", 256));
        return
            Receipts.item(_anyAccount(seed), _anyAmount(seed), uint32(_pick(seed, "day", 2) * today), flags);
    }

    /// @dev An account with something left in the cycle, if a few tries find one, and at most what it has.
    function _right(
        uint256 site,
        CycleId cycle,
        uint256 seed
    ) private view returns (uint32 account, uint56 amount) {
        for (uint256 i = 0; i < 4; ++i) {
            account = _universe()[_pick(seed, bytes32(i), 12)];
            uint256 has = left[site][CycleId.unwrap(cycle)][account];
            if (has > 0)
                return (account, uint56(_isOneIn(seed, "all", 3) ? has : 1 + _pick(seed, "some", has)));
        }
        return (account, 1);
    }

    function _anyAccount(uint256 seed) private pure returns (uint32) {
        return _universe()[_pick(seed, "account", 12)];
    }

    function _anyAmount(uint256 seed) private pure returns (uint56) {
        return [uint56(0), 1, 100, 1_000, type(uint56).max][_pick(seed, "amount", 5)];
    }

    function _anyNumber(uint256 site, address key, uint256 seed) private view returns (uint256) {
        uint256 next = _nextNumber(site, key);
        uint256 window = next < 12 ? next : 12;
        return window == 0 ? 1 : next - _pick(seed, "number", window);
    }

    /// @dev A number of the terminal that this kind of correction fits; 0 when a dozen tries find none.
    function _numberFor(
        uint256 site,
        address key,
        ICorrections.CorrectionKind kind,
        uint256 seed
    ) private view returns (uint32) {
        if (_isOneIn(seed, "any number", 5)) return uint32(_anyNumber(site, key, seed));
        bool isRevoked = sites[site].programme.terminalOf(key).status == IShops.TerminalStatus.Revoked;
        if (isRevoked && kind == ICorrections.CorrectionKind.ReEnter)
            return _nextNumber(site, key) + uint32(_pick(seed, "number", 3));
        for (uint256 i = 0; i < 12; ++i) {
            uint256 number = _anyNumber(site, key, seed ^ i);
            ReceiptModel storage receipt = receipts[site][key][number];
            bool isRightState =
                kind == ICorrections.CorrectionKind.Honour
                    ? receipt.isRejected
                    : receipt.isCredited && !receipt.isRejected && !receipt.isRefund;
            if (isRightState && !receipt.isCorrected) return uint32(number);
        }
        return 0;
    }
}

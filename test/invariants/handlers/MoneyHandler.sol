// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {PlacesHandler} from "./PlacesHandler.sol";

/// @notice Money comes in, goes back, is set aside for fees and paid to shops: at once, through a bank, refused and returned. Officers
/// are right mostly; sometimes they agree on too much, or on somebody who is not recorded.
abstract contract MoneyHandler is PlacesHandler {
    uint256 private _references;

    /// @notice Money comes in, goes back and is set aside.
    function moveMoney(uint256 seed) external oneRound {
        function(uint256)[5] memory actions = [
            _fund,
            _donate,
            _recordSource,
            _returnUnspent,
            _changeFeeReserve
        ];
        actions[_pick(seed, "money", 5)](seed);
    }

    /// @notice Shops are paid, or their bank answers.
    function payShop(uint256 seed) external oneRound {
        function(uint256)[6] memory actions = [
            _settle,
            _settle,
            _settle,
            _blockPayout,
            _confirmSettlement,
            _returnSettlement
        ];
        actions[_pick(seed, "payment", 6)](seed);
    }

    function _fund(uint256 seed) private {
        uint256 site = _siteOf(seed);
        address to = _isOneIn(seed, "unrecorded", 6) ? hostile : source;
        uint128 amount = uint128(_pick(seed, "amount", 1e6));
        _give(site, stranger, amount * sites[site].scale);
        vm.prank(stranger);
        sites[site].asset.approve(address(sites[site].programme), type(uint256).max);
        bytes memory data = abi.encodeCall(IBudget.fund, (amount, to));
        (bool isDone, ) = _send(stranger, address(sites[site].programme), data);
        _count("funding", isDone);
    }

    /// @dev Tokens that nobody asked for.
    function _donate(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint256 tokens = 1 + _pick(seed, "amount", 1e20);
        _give(site, hostile, tokens);
        vm.prank(hostile);
        bool isDone = sites[site].asset.transfer(address(sites[site].programme), tokens);
        _count("donation", isDone);
        if (isDone) donated[site] += tokens;
    }

    function _recordSource(uint256 seed) private {
        uint256 site = _siteOf(seed);
        if (!_isOneIn(seed, "rare", 3)) return;
        address added = makeAddr(string.concat("source ", vm.toString(_pick(seed, "name", 3))));
        _act(site, _financeOfficer(seed), abi.encodeCall(IBudget.recordSource, (added, "agreement")), seed);
    }

    function _returnUnspent(uint256 seed) private {
        uint256 site = _siteOf(seed);
        address to = _isOneIn(seed, "unrecorded", 4) ? hostile : source;
        uint256 free = sites[site].programme.balances().free;
        uint128 amount = uint128(_isOneIn(seed, "too much", 6) ? free + 1 : _pick(seed, "amount", 1e6));
        _act(site, _financeOfficer(seed), abi.encodeCall(IBudget.returnUnspent, (amount, to)), seed);
    }

    function _changeFeeReserve(uint256 seed) private {
        uint256 site = _siteOf(seed);
        bool isAdded = _isOneIn(seed, "add", 2);
        uint128 amount = uint128(_pick(seed, "amount", isAdded ? 1e6 : fees[site] / 4 + 2));
        _act(site, _financeOfficer(seed), abi.encodeCall(IBudget.changeFeeReserve, (amount, isAdded)), seed);
    }

    /// @dev Settles all or a part of what a shop is owed; sometimes more than that.
    function _settle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 shopId = _isOneIn(seed, "shop", 2) ? SMALL_SHOP : LARGE_SHOP;
        uint32 cycle = _cycleWithDebt(site, shopId, seed);
        if (cycle == 0) return;
        uint256 most = owed[site][shopId][cycle];
        uint256 amount = _isOneIn(seed, "part", 3) ? 1 + _pick(seed, "amount", most) : most;
        if (_isOneIn(seed, "too much", 10)) amount = most + 1;
        uint256 withholding = _isOneIn(seed, "withhold", 3) ? _pick(seed, "withholding", amount + 1) : 0;
        bytes memory act = abi.encodeCall(
            ISettlements.settle,
            (_settlement(site, shopId, cycle, uint128(amount), uint128(withholding)))
        );
        _act(site, _financeOfficer(seed), act, seed);
    }

    /// @dev The bank's statement shows an instructed settlement, or one that is over, as paid.
    function _confirmSettlement(uint256 seed) private {
        uint32 id = _settlementIn(seed);
        bytes memory act = abi.encodeCall(ISettlements.confirmSettlement, (id, STATEMENT));
        if (id != 0) _act(1, _financeOfficer(seed), act, seed);
    }

    /// @dev The bank's statement shows an instructed settlement, or one that is over, as returned.
    function _returnSettlement(uint256 seed) private {
        uint32 id = _settlementIn(seed);
        bytes memory act = abi.encodeCall(ISettlements.returnSettlement, (id, "AC04", STATEMENT));
        if (id != 0) _act(1, _financeOfficer(seed), act, seed);
    }

    /// @dev The token's issuer blocks a payout of site 0, or unblocks it; more often the latter.
    function _blockPayout(uint256 seed) private {
        uint32 shopId = _isOneIn(seed, "shop", 2) ? SMALL_SHOP : LARGE_SHOP;
        address account = payoutOf[0][shopId];
        BlocklistToken(address(sites[0].asset)).setBlocked(account, _isOneIn(seed, "block", 3));
    }

    function _settlement(
        uint256 site,
        uint32 shopId,
        uint32 cycle,
        uint128 amount,
        uint128 withholding
    ) private returns (ISettlements.SettlementTerms memory terms) {
        IShops.ShopView memory shop_ = sites[site].programme.shopOf(ShopId.wrap(shopId));
        terms.expectedId = sites[site].programme.nextSettlementId();
        terms.shop = ShopId.wrap(shopId);
        terms.cycle = CycleId.wrap(cycle);
        terms.amount = amount;
        terms.withholding = withholding;
        terms.commission = uint128((uint256(amount) * shop_.terms.commissionBps) / 10_000);
        terms.payoutHash = keccak256(abi.encode(shop_.payout));
        terms.statement = STATEMENT;
        if (shop_.payout.mode == IShops.PayoutMode.Bank) terms.endToEndId = bytes32(++_references);
    }

    /// @dev A recent cycle in which the shop is owed something; 0 when there is none.
    function _cycleWithDebt(uint256 site, uint32 shopId, uint256 seed) private view returns (uint32) {
        uint32 next = CycleId.unwrap(sites[site].programme.nextCycleId());
        uint32 window = next < 12 ? next : 12;
        uint32 first = uint32(_pick(seed, "cycle", window));
        for (uint32 i = 0; i < window; ++i) {
            uint32 cycle = next - ((first + i) % window);
            if (owed[site][shopId][cycle] > 0) return cycle;
        }
        return 0;
    }

    /// @dev A settlement of the site with a bank: an instructed one, if one of the last six is, else any.
    function _settlementIn(uint256 seed) private view returns (uint32) {
        uint32 last = sites[1].programme.nextSettlementId() - 1;
        uint32 window = last < 6 ? last : 6;
        if (window == 0) return 0;
        uint32 first = uint32(_pick(seed, "settlement", window));
        for (uint32 i = 0; i < window; ++i) {
            uint32 id = last - ((first + i) % window);
            if (settlements[1][id].isInstructed) return id;
        }
        return last - first;
    }

    /// @dev Puts tokens into somebody's hands, on whichever site.
    function _give(uint256 site, address to, uint256 tokens) private {
        asset = sites[site].asset;
        if (tokens > 0) give(to, tokens);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {ShopId} from "../../../contracts/types/Ids.sol";
import {ReceiptsHandler} from "./ReceiptsHandler.sol";

/// @notice Time passes; accounts are held, released, closed and reopened; terminals come and go; shops get other terms and payouts.
abstract contract PlacesHandler is ReceiptsHandler {
    /// @notice Accounts are held and released, closed and reopened.
    function barAccount(uint256 seed) external oneRound {
        function(uint256)[4] memory actions = [_holdAccount, _releaseAccount, _closeAccount, _reopenAccount];
        actions[_pick(seed, "bar", 4)](seed);
    }

    /// @notice Terminals come and go, shops change.
    function changePlace(uint256 seed) external oneRound {
        function(uint256)[4] memory actions = [
            _authoriseTerminal,
            _revokeTerminal,
            _changeShopTerms,
            _changePayout
        ];
        actions[_pick(seed, "place", 4)](seed);
    }

    function passTime(uint256 seed) external oneRound {
        uint256[5] memory spans = [uint256(1 hours), 1 days, 1 days, 3 days, 9 days];
        skip(spans[_pick(seed, "span", 5)]);
    }

    function _holdAccount(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32[] memory accounts = _oneAccount(seed);
        uint40 until = uint40(vm.getBlockTimestamp() + 1 hours + _pick(seed, "hours", 480) * 1 hours);
        address officer = _custodianOrNot(seed);
        bytes memory data = abi.encodeCall(IRedemptions.holdAccounts, (accounts, until));
        if (_call(officer, site, "held account", data)) heldUntil[site][accounts[0]] = until;
    }

    function _releaseAccount(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32[] memory accounts = _oneAccount(seed);
        address officer = _custodianOrNot(seed);
        bytes memory data = abi.encodeCall(IRedemptions.releaseAccounts, (accounts));
        if (_call(officer, site, "released account", data)) heldUntil[site][accounts[0]] = 0;
    }

    /// @dev Closes one of the last six accounts of the universe, so that never everybody is gone.
    function _closeAccount(uint256 seed) private {
        IBeneficiaryAccounts.Closing[] memory closings = new IBeneficiaryAccounts.Closing[](1);
        bytes32 household = _household(seed);
        closings[0] = IBeneficiaryAccounts.Closing(household, IBeneficiaryAccounts.ClosingReason.Left, 0);
        bytes memory act = abi.encodeCall(IBeneficiaryAccounts.closeAccounts, (agency, closings));
        _actOn(0, address(registry), _isOneIn(seed, "officer", 2) ? both : custodian, act, seed);
    }

    function _reopenAccount(uint256 seed) private {
        bytes32[] memory households = new bytes32[](1);
        for (uint256 i = 0; i < 4; ++i) {
            households[0] = _household(seed ^ i);
            if (isClosed[registry.accountOf(households[0]).number]) break;
        }
        bytes memory act = abi.encodeCall(IBeneficiaryAccounts.reopenAccounts, (agency, households));
        _actOn(0, address(registry), _isOneIn(seed, "officer", 2) ? both : custodian, act, seed);
    }

    /// @dev A new key in one of the shops; now and then one that is known, or a limit above the shop's.
    function _authoriseTerminal(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint256 count = terminalsOf[site].length;
        if (count == MOST_TERMINALS) return;
        bool isKnown = _isOneIn(seed, "known", 8);
        (address key, ) = terminalKey(string.concat("terminal ", vm.toString(site), "-", vm.toString(count)));
        if (isKnown) key = terminalsOf[site][_pick(seed, "terminal", count)];
        ShopId shopId = ShopId.wrap(_isOneIn(seed, "shop", 2) ? SMALL_SHOP : LARGE_SHOP);
        uint64 limit = uint64(1 + _pick(seed, "limit", 8_000));
        bytes memory data = abi.encodeCall(IShops.authoriseTerminal, (key, shopId, limit));
        bool isDone = _call(_custodianOrNot(seed), site, "new terminal", data);
        if (isDone && isKnown) ++breaches.loneActs;
        if (isDone) terminalsOf[site].push(key);
    }

    /// @dev Revokes a terminal, the two first ones excepted.
    function _revokeTerminal(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint256 count = terminalsOf[site].length;
        if (count < 3) return;
        address key = terminalsOf[site][2 + _pick(seed, "terminal", count - 2)];
        _call(_custodianOrNot(seed), site, "revoked terminal", abi.encodeCall(IShops.revokeTerminal, (key)));
    }

    /// @dev Other terms for the small shop: ceiling, limit, and now and then not active any more.
    function _changeShopTerms(uint256 seed) private {
        uint256 site = _siteOf(seed);
        IShops.ShopTerms memory terms = _smallTerms();
        terms.ceilingPerDay = uint64(1 + _pick(seed, "ceiling", 3_000));
        terms.offlineDays = uint16(1 + _pick(seed, "days", 5));
        terms.terminalLimit = uint64(_pick(seed, "limit", 10_000));
        terms.commissionBps = uint16(_pick(seed, "commission", 300));
        terms.isActive = !_isOneIn(seed, "active", 6);
        bytes memory act = abi.encodeCall(IShops.changeShopTerms, (ShopId.wrap(SMALL_SHOP), terms));
        _act(site, _financeOfficer(seed), act, seed);
    }

    /// @dev Another payout for a shop; it waits two days, so it stays open for {approveOpenAct}.
    function _changePayout(uint256 seed) private {
        uint256 site = _siteOf(seed);
        string memory name = string.concat("payout ", vm.toString(_pick(seed, "name", 4)));
        IShops.Payout memory to = tokenPayout(makeAddr(name));
        if (site == 1 && _isOneIn(seed, "bank", 2)) to = bankPayout("other bank details");
        ShopId shopId = ShopId.wrap(_isOneIn(seed, "shop", 2) ? SMALL_SHOP : LARGE_SHOP);
        _act(site, _financeOfficer(seed), abi.encodeCall(IShops.changePayout, (shopId, to)), seed);
    }

    function _call(
        address officer,
        uint256 site,
        bytes32 kind,
        bytes memory data
    ) private returns (bool isDone) {
        (isDone, ) = _send(officer, address(sites[site].programme), data);
        _count(kind, isDone);
        if (isDone && officer != custodian && officer != both) ++breaches.loneActs;
    }

    function _custodianOrNot(uint256 seed) private view returns (address) {
        address[8] memory officers = [
            custodian,
            custodian,
            custodian,
            custodian,
            both,
            both,
            finance,
            hostile
        ];
        return officers[_pick(seed, "custodian", 8)];
    }

    function _oneAccount(uint256 seed) private pure returns (uint32[] memory accounts) {
        accounts = new uint32[](1);
        accounts[0] = _universe()[_pick(seed, "account", 12)];
    }

    function _household(uint256 seed) private pure returns (bytes32) {
        uint32 account = _universe()[6 + _pick(seed, "account", 6)];
        return commitmentOf("household", account - FIRST);
    }
}

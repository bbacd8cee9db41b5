// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC165Checker} from "@openzeppelin/contracts/utils/introspection/ERC165Checker.sol";
import {ICurrencyUnit} from "../interfaces/ICurrencyUnit.sol";
import {IShops} from "../interfaces/IShops.sol";
import {CycleId, ShopId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {pauseStorage} from "./PauseState.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {BPS, ProgrammeStorage, Shop, bucketOf, netSales, programmeStorage} from "./ProgrammeState.sol";

/// @title Shops, their ceilings and their terminals
abstract contract Shops is ProgrammeModule, IShops {
    /// @inheritdoc IShops
    function registerShop(
        ShopTerms calldata terms,
        Payout calldata payout
    ) external onlyAct returns (ShopId id) {
        ProgrammeStorage storage s = programmeStorage();
        id = ShopId.wrap(++s.lastShopId);
        Shop storage shop = s.shops[id];
        _setTerms(shop, terms);
        _setPayout(shop, payout);
        emit ShopRegistered(id, terms.code, terms, payout);
    }

    /// @inheritdoc IShops
    function changeShopTerms(ShopId id, ShopTerms calldata terms) external onlyAct {
        _setTerms(_requireShop(id), terms);
        emit ShopTermsChanged(id, terms);
    }

    /// @inheritdoc IShops
    function changePayout(ShopId id, Payout calldata payout) external onlyAct {
        _setPayout(_requireShop(id), payout);
        emit PayoutChanged(id, payout);
    }

    /// @inheritdoc IShops
    function authoriseTerminal(address key, ShopId shopId, uint64 limitPerCycle) external {
        _requireRole(Role.Custodian);
        // check
        _requireNotClosed();
        Shop storage shop = _requireShop(shopId);
        if (!shop.ceiling.isActive) revert Shops_ShopNotActive(shopId);
        if (limitPerCycle > shop.terminalLimit)
            revert Shops_LimitAboveShop(limitPerCycle, shop.terminalLimit);
        Terminal storage terminal = programmeStorage().terminals[key];
        if (terminal.status != TerminalStatus.Unknown || key == address(0)) revert Shops_TerminalKnown(key);

        // effect
        terminal.shop = shopId;
        terminal.status = TerminalStatus.Active;
        terminal.nextNumber = 1;
        terminal.limitPerCycle = limitPerCycle;
        emit TerminalAuthorised(key, shopId, limitPerCycle, msg.sender);
    }

    /// @inheritdoc IShops
    function revokeTerminal(address key) external {
        _requireEither(Role.Guardian, Role.Custodian);
        Terminal storage terminal = programmeStorage().terminals[key];
        TerminalStatus status = _statusOf(terminal);
        if (status != TerminalStatus.Active) revert Shops_TerminalNotActive(key, status);
        terminal.status = TerminalStatus.Revoked;
        emit TerminalRevoked(key, terminal.shop, msg.sender);
    }

    /// @inheritdoc IShops
    function shopOf(ShopId id) external view returns (ShopView memory view_) {
        Shop storage shop = _requireShop(id);
        view_.terms.code = shop.code;
        view_.terms.kind = shop.kind;
        view_.terms.commissionBps = shop.commissionBps;
        view_.terms.ceilingPerDay = shop.ceiling.perDay;
        view_.terms.offlineDays = shop.ceiling.offlineDays;
        view_.terms.terminalLimit = shop.terminalLimit;
        view_.terms.isActive = shop.ceiling.isActive;
        view_.payout = shop.payout;
        view_.bucketUsed = shop.ceiling.used;
        view_.bucketAt = shop.ceiling.usedAt;
    }

    /// @inheritdoc IShops
    function nextShopId() external view returns (ShopId) {
        return ShopId.wrap(programmeStorage().lastShopId + 1);
    }

    /// @inheritdoc IShops
    function terminalOf(address key) external view returns (Terminal memory terminal) {
        terminal = programmeStorage().terminals[key];
        terminal.status = _statusOf(terminal);
    }

    /// @inheritdoc IShops
    function netSalesOf(address key, CycleId cycle) external view returns (uint256) {
        return netSales(key, programmeStorage().terminals[key], cycle);
    }

    /// @dev A closed programme has no active terminal.
    function _statusOf(Terminal memory terminal) private view returns (TerminalStatus) {
        bool isEnded = terminal.status == TerminalStatus.Active && pauseStorage().redemptions.isClosed;
        return isEnded ? TerminalStatus.Revoked : terminal.status;
    }

    function _requireShop(ShopId id) private view returns (Shop storage shop) {
        shop = programmeStorage().shops[id];
        if (shop.code == 0) revert Shops_UnknownShop(id);
    }

    function _setTerms(Shop storage shop, ShopTerms calldata terms) private {
        if (terms.code == 0) revert Shops_TermsInvalid("code");
        if (terms.commissionBps > BPS) revert Shops_TermsInvalid("commissionBps");
        if (terms.ceilingPerDay == 0) revert Shops_TermsInvalid("ceilingPerDay");
        if (terms.offlineDays == 0) revert Shops_TermsInvalid("offlineDays");
        // What the bucket held stays in it, drained at the old rate until now.
        (, uint256 used) = bucketOf(shop.ceiling);
        shop.ceiling.used = uint80(used);
        shop.ceiling.usedAt = uint40(block.timestamp);
        shop.ceiling.perDay = terms.ceilingPerDay;
        shop.ceiling.offlineDays = terms.offlineDays;
        shop.ceiling.isActive = terms.isActive;
        shop.terminalLimit = terms.terminalLimit;
        shop.commissionBps = terms.commissionBps;
        shop.kind = terms.kind;
        shop.code = terms.code;
    }

    function _setPayout(Shop storage shop, Payout calldata payout) private {
        bool isToken =
            payout.mode == PayoutMode.Token && payout.account != address(0) && payout.bankReference == 0;
        bool isBank =
            payout.mode == PayoutMode.Bank && payout.account == address(0) && payout.bankReference != 0;
        // Only units of account can be retired when a bank pays in their place.
        address asset = programmeStorage().settings.asset;
        if (isBank) isBank = ERC165Checker.supportsInterface(asset, type(ICurrencyUnit).interfaceId);
        if ((!isToken && !isBank) || payout.account == address(this) || payout.account == asset) {
            revert Shops_PayoutInvalid(payout.mode, payout.account, payout.bankReference);
        }
        shop.payout = payout;
    }
}

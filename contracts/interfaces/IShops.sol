// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CycleId, ShopId} from "../types/Ids.sol";

/// @title Shops and their terminals
/// @notice Two officers register a shop and set or change its terms; a change of payout waits two days. A terminal is a key bound
/// to one shop in one programme; it can only move entitlements to its own shop, within the shop's ceiling and its own limit a cycle.
interface IShops {
    enum ShopKind {
        Retailer,
        CashAgent,
        Provider
    }

    enum PayoutMode {
        Token,
        Bank
    }

    enum TerminalStatus {
        Unknown,
        Active,
        Revoked
    }

    /// @param code The office's own short code, ASCII, e.g. "SHOP-014"; not personal.
    /// @param commissionBps Commission on settled sales, hundredths of a percent, paid from the fee reserve.
    /// @param ceilingPerDay Ledger units that the shop may sell a day, on average.
    /// @param offlineDays How many days' worth may arrive at once: the ceiling is a bucket of ceilingPerDay * offlineDays.
    /// @param terminalLimit Highest limit a cycle, in ledger units, that a custodian may give a terminal of this shop.
    /// @param isActive A shop that is not active cannot get terminals, and its receipts stop.
    struct ShopTerms {
        bytes32 code;
        ShopKind kind;
        uint16 commissionBps;
        uint64 ceilingPerDay;
        uint16 offlineDays;
        uint64 terminalLimit;
        bool isActive;
    }

    /// @param account Where tokens go (token mode); zero in bank mode.
    /// @param bankReference Keyed hash of the bank details (bank mode); zero in token mode.
    struct Payout {
        PayoutMode mode;
        address account;
        bytes32 bankReference;
    }

    /// @param bucketUsed What of the ceiling was used at `bucketAt` (Unix seconds); it drains by ceilingPerDay a day.
    struct ShopView {
        ShopTerms terms;
        Payout payout;
        uint80 bucketUsed;
        uint40 bucketAt;
    }

    /// @notice One storage slot a terminal.
    /// @param nextNumber Number of the receipt that it may send next.
    /// @param limitPerCycle What it may sell in one cycle, net of refunds, ledger units.
    /// @param lastCycle, lastNet The cycle that it sold in last, and what it sold there, net of refunds; see {netSalesOf} for any cycle.
    struct Terminal {
        ShopId shop;
        TerminalStatus status;
        uint32 nextNumber;
        uint64 limitPerCycle;
        CycleId lastCycle;
        uint88 lastNet;
    }

    event ShopRegistered(ShopId indexed shop, bytes32 indexed code, ShopTerms terms, Payout payout);
    event ShopTermsChanged(ShopId indexed shop, ShopTerms terms);
    event PayoutChanged(ShopId indexed shop, Payout payout);
    event TerminalAuthorised(
        address indexed terminal,
        ShopId indexed shop,
        uint64 limitPerCycle,
        address indexed custodian
    );
    event TerminalRevoked(address indexed terminal, ShopId indexed shop, address indexed officer);

    error Shops_UnknownShop(ShopId shop);
    error Shops_ShopNotActive(ShopId shop);
    error Shops_TermsInvalid(bytes32 field);
    error Shops_PayoutInvalid(PayoutMode mode, address account, bytes32 bankReference);
    error Shops_LimitAboveShop(uint64 limit, uint64 allowed);
    /// @notice This key was used before: a new terminal needs a new key.
    error Shops_TerminalKnown(address terminal);
    error Shops_TerminalNotActive(address terminal, TerminalStatus status);

    /// @notice Act (Finance, Approver): register a shop. Emits {ShopRegistered}.
    function registerShop(ShopTerms calldata terms, Payout calldata payout) external returns (ShopId shop);

    /// @notice Act (Finance, Approver): replace a shop's terms. Emits {ShopTermsChanged}.
    function changeShopTerms(ShopId shop, ShopTerms calldata terms) external;

    /// @notice Act (Finance, Approver; waits two days): replace a shop's payout. Emits {PayoutChanged}.
    function changePayout(ShopId shop, Payout calldata payout) external;

    /// @notice Authorise a terminal key for a shop, within the shop's terminal limit. A Custodian. Emits {TerminalAuthorised}.
    function authoriseTerminal(address terminal, ShopId shop, uint64 limitPerCycle) external;

    /// @notice Revoke a terminal at once. A Custodian or Guardian. Emits {TerminalRevoked}.
    function revokeTerminal(address terminal) external;

    /// @notice A shop's terms, its payout and how full the bucket of its ceiling is. Reverts with {Shops_UnknownShop}.
    function shopOf(ShopId shop) external view returns (ShopView memory);

    /// @notice Number of the next shop.
    function nextShopId() external view returns (ShopId);

    /// @notice The terminal as it counts now: in a closed programme none is active.
    function terminalOf(address terminal) external view returns (Terminal memory);

    /// @notice What the terminal sold in the cycle, net of refunds and corrections, ledger units.
    function netSalesOf(address terminal, CycleId cycle) external view returns (uint256);
}

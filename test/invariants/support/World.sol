// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Council} from "../../../contracts/governance/Council.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDocumentRegistry} from "../../../contracts/interfaces/IDocumentRegistry.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ProgrammeFixture} from "../../contracts/support/ProgrammeFixture.sol";
import {Model} from "./Model.sol";

/// @notice Two programmes of one agency side by side, with the same registry, officers and source: site 0 pays a token of 18 decimals
/// whose issuer blocks addresses; site 1 keeps a currency unit and pays its first shop through a bank. In each, a small shop
/// with a tight ceiling and a large one that lists of the greatest amounts fit through. One key is a terminal in both.
abstract contract World is ProgrammeFixture, Model {
    struct Site {
        IProgramme programme;
        IERC20 asset;
        uint256 scale;
    }

    uint256 internal constant SITES = 2;
    uint32 internal constant SMALL_SHOP = 1;
    uint32 internal constant LARGE_SHOP = 2;
    uint256 internal constant MOST_TERMINALS = 8;
    bytes32 internal constant STATEMENT = keccak256("statement");

    address internal hostile = makeAddr("hostile");
    /// @dev Prepares and handles money at one time, approves at another.
    address internal turncoat = makeAddr("turncoat");
    /// @dev Custodian and approver at once, which the consortium permits.
    address internal both = makeAddr("custodian and approver");
    bool internal isTurncoatApprover;

    Council internal theCouncil;
    address[3] internal members = [makeAddr("first member"), makeAddr("second"), makeAddr("third")];
    /// @dev Programmes that were closed for good, and what somebody sent to each of them afterwards.
    IProgramme[] internal closed;
    uint256[] internal donatedAfter;

    Site[] internal sites;
    mapping(uint256 site => address[]) internal terminalsOf;

    function setUp() public virtual override {
        super.setUp();
        _seatCouncil();
        appoint(Role.Preparer, turncoat);
        appoint(Role.Finance, turncoat);
        appoint(Role.Custodian, both);
        appoint(Role.Approver, both);
        vm.prank(finance);
        documents.record(agency, STATEMENT, IDocumentRegistry.DocumentKind.Statement, 0, "");
        _startSite(address(new BlocklistToken(18)), tokenPayout(payout));
        _startSite(address(unit), bankPayout("bank details"));
    }

    /// @notice Twelve accounts: neighbours in a word, beside it, at both ends of a chunk, and in three chunks. All are open.
    function _universe() internal pure returns (uint32[12] memory) {
        return [uint32(256), 257, 258, 259, 260, 263, 510, 511, 512, 513, 600, 775];
    }

    function _siteOf(uint256 seed) internal pure returns (uint256) {
        return _pick(seed, "site", SITES);
    }

    /// @notice A number of a recent cycle, or of the one to come.
    function _recentCycle(uint256 site, uint256 seed) internal view returns (uint32) {
        uint32 next = lastCycle[site] + 1;
        uint256 back = _pick(seed, "cycle", next < 7 ? next : 7);
        return next - uint32(back);
    }

    /// @notice A recent cycle in this state; 0 when there is none. Starts to look at a random one.
    function _cycleIn(uint256 site, ICycles.CycleState state, uint256 seed) internal view returns (uint32) {
        uint32 last = lastCycle[site];
        uint32 window = last < 12 ? last : 12;
        if (window == 0) return 0;
        uint32 first = uint32(_pick(seed, "cycle", window));
        for (uint32 i = 0; i < window; ++i) {
            uint32 cycle = last - ((first + i) % window);
            if (_stateOf(site, cycle) == state) return cycle;
        }
        return 0;
    }

    /// @notice How many of the latest cycles are open and not past their grace.
    function _countRunning(uint256 site) internal view returns (uint256 count) {
        uint32 next = lastCycle[site] + 1;
        for (uint32 cycle = next < 12 ? 1 : next - 12; cycle < next; ++cycle) {
            if (_isRunning(site, cycle)) ++count;
        }
    }

    function _isRunning(uint256 site, uint32 cycle) internal view returns (bool) {
        if (stateOf[site][cycle] != ICycles.CycleState.Approved) return false;
        uint256 now_ = vm.getBlockTimestamp();
        return termsOf[site][cycle].opensAt <= now_ && graceEndsAt[site][cycle] >= now_;
    }

    function _stateOf(uint256 site, uint32 cycle) internal view returns (ICycles.CycleState) {
        return stateOf[site][cycle];
    }

    function _nextNumber(uint256 site, address key) internal view returns (uint32) {
        return uint32(lastNumber[site][key] + 1);
    }

    /// @notice A terminal in this status; zero when there is none.
    function _terminalIn(
        uint256 site,
        IShops.TerminalStatus status,
        uint256 seed
    ) internal view returns (address) {
        uint256 count = terminalsOf[site].length;
        uint256 first = _pick(seed, "terminal", count);
        for (uint256 i = 0; i < count; ++i) {
            address key = terminalsOf[site][(first + i) % count];
            if (sites[site].programme.terminalOf(key).status == status) return key;
        }
        return address(0);
    }

    function _isPaused(uint256 site, uint256 which) internal view returns (bool) {
        return guardianSince[site][which] > 0 || memberUntil[site][which] > vm.getBlockTimestamp();
    }

    function _seatCouncil() private {
        ICouncil.Member[] memory all = new ICouncil.Member[](3);
        for (uint256 i = 0; i < 3; ++i) all[i] = ICouncil.Member(members[i], bytes32(i + 1));
        theCouncil = new Council(all, ICouncil.Settings(2, 2, 2 days, 14 days, 7 days));
        vm.prank(council);
        consortium.changeCouncil(address(theCouncil));
    }

    function _startSite(address token, IShops.Payout memory firstPayout) private {
        uint256 site = sites.length;
        createProgramme(token, _bands());
        sites.push(Site(programme, asset, scale));
        financeAct(abi.encodeCall(IBudget.recordSource, (source, keccak256("agreement"))));
        mayReceive[site][source] = 1;
        fund(20e18);
        financeAct(abi.encodeCall(IBudget.changeFeeReserve, (1e18, true)));
        fees[site] = 1e18;
        proofs[site].fund(20e18);
        proofs[site].changeFeeReserve(1e18, true);
        registerShop(_smallTerms(), firstPayout);
        registerShop(_largeTerms(), tokenPayout(otherPayout));
        _approvePayout(site, SMALL_SHOP, firstPayout.account);
        _approvePayout(site, LARGE_SHOP, otherPayout);
        terminalsOf[site].push(authorise("terminal of both sites", ShopId.wrap(SMALL_SHOP), 6_000));
        string memory name = site == 0 ? "large terminal" : "other large terminal";
        terminalsOf[site].push(authorise(name, ShopId.wrap(LARGE_SHOP), type(uint64).max));
    }

    /// @notice Two officers agreed on where this shop is paid.
    function _approvePayout(uint256 site, uint32 shopId, address account) internal {
        address previous = payoutOf[site][shopId];
        if (previous != address(0)) --mayReceive[site][previous];
        payoutOf[site][shopId] = account;
        if (account != address(0)) ++mayReceive[site][account];
    }

    function _smallTerms() internal pure returns (IShops.ShopTerms memory terms) {
        terms = shopTerms("SMALL");
        terms.ceilingPerDay = 1_000;
        terms.terminalLimit = 6_000;
    }

    function _largeTerms() internal pure returns (IShops.ShopTerms memory terms) {
        terms = shopTerms("LARGE");
        terms.ceilingPerDay = 1 << 60;
        terms.terminalLimit = type(uint64).max;
    }

    /// @dev Small lists need one approver, middling ones two, large ones a release, too.
    function _bands() private pure returns (ICycles.Band[] memory all) {
        all = new ICycles.Band[](3);
        all[0] = ICycles.Band(3_000, 1, false);
        all[1] = ICycles.Band(10_000, 2, false);
        all[2] = ICycles.Band(type(uint128).max, 2, true);
    }
}

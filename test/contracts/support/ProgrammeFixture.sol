// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {BeneficiaryAccounts} from "../../../contracts/accounts/BeneficiaryAccounts.sol";
import {CurrencyUnit} from "../../../contracts/funding/CurrencyUnit.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICurrencyUnit} from "../../../contracts/interfaces/ICurrencyUnit.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {IProgrammeSettings} from "../../../contracts/interfaces/IProgrammeSettings.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {Programme} from "../../../contracts/programmes/Programme.sol";
import {ProgrammeFactory} from "../../../contracts/programmes/ProgrammeFactory.sol";
import {ProgrammeOffice} from "../../../contracts/programmes/ProgrammeOffice.sol";
import {ProgrammeShops} from "../../../contracts/programmes/ProgrammeShops.sol";
import {DocumentRegistry} from "../../../contracts/records/DocumentRegistry.sol";
import {DemoDollar} from "../../../contracts/testing/DemoDollar.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {ConsortiumTest} from "./ConsortiumTest.sol";
import {MerkleTree} from "./MerkleTree.sol";

/// @notice A consortium with accounts, and one running programme with money, two shops and a terminal in each. Everything is real.
/// What a programme's officers do is in {ProgrammeTest}.
abstract contract ProgrammeFixture is ConsortiumTest {
    using SafeERC20 for IERC20;

    /// @dev Ledger units of the first programme are millionths of a demo dollar.
    uint128 internal constant FUNDS = 1_000_000e6;
    uint64 internal constant CEILING_PER_DAY = 10_000e6;
    uint16 internal constant OFFLINE_DAYS = 3;
    uint64 internal constant TERMINAL_LIMIT = 20_000e6;
    uint16 internal constant COMMISSION_BPS = 150;
    /// @dev Accounts FIRST to FIRST + HOUSEHOLDS - 1 are open: chunks 1, 2 and a part of 3.
    uint32 internal constant FIRST = 256;
    uint32 internal constant HOUSEHOLDS = 520;

    BeneficiaryAccounts internal registry;
    DocumentRegistry internal documents;
    UpgradeableBeacon internal beacon;
    ProgrammeFactory internal factory;
    DemoDollar internal dollar;
    CurrencyUnit internal unit;

    /// @dev The programme that the helpers work on, and its token.
    IProgramme internal programme;
    IERC20 internal asset;
    uint256 internal scale;
    ShopId internal shop;
    ShopId internal otherShop;

    address internal source = makeAddr("source");
    address internal payout = makeAddr("payout of the shop");
    address internal otherPayout = makeAddr("payout of the other shop");
    address internal terminal;
    address internal otherTerminal;
    mapping(address terminal => uint256) internal keyOf;
    uint256 private fundings;

    function setUp() public virtual override {
        super.setUp();
        registry = new BeneficiaryAccounts(consortium);
        documents = new DocumentRegistry(consortium);
        ProgrammeShops shopDesk = new ProgrammeShops(consortium, documents);
        ProgrammeOffice office = new ProgrammeOffice(consortium, registry, address(shopDesk));
        Programme implementation = new Programme(consortium, registry, address(office));
        beacon = new UpgradeableBeacon(address(implementation), council);
        factory = new ProgrammeFactory(consortium, address(beacon));
        dollar = new DemoDollar();
        unit = new CurrencyUnit(consortium, agency, "Franc of the agency", "aXOF", 0);
        vm.prank(council);
        registry.setKeyCheck(1, keccak256("key check"));
        openAccounts("household", HOUSEHOLDS);
        startProgramme(address(dollar));
    }

    // --- Accounts

    function commitmentOf(string memory seed, uint32 index) internal pure returns (bytes32) {
        return keccak256(abi.encode(seed, index));
    }

    /// @notice Announces an opening of `count` households and pushes all its chunks.
    function openAccounts(string memory seed, uint32 count) internal returns (uint32 firstNumber) {
        uint256 chunks = (count + 255) / 256;
        bytes[] memory payloads = new bytes[](chunks);
        bytes32[] memory leaves = new bytes32[](chunks);
        bytes32[] memory sorted = new bytes32[](chunks);
        for (uint32 i = 0; i < count; ++i) {
            payloads[i >> 8] = bytes.concat(payloads[i >> 8], commitmentOf(seed, i));
        }
        for (uint256 i = 0; i < chunks; ++i) {
            bytes32 hash = keccak256(payloads[i]);
            leaves[i] = keccak256(
                abi.encode(keccak256(abi.encode(block.chainid, registry, agency, i, hash)))
            );
            sorted[i] = leaves[i];
        }
        bytes32[] memory nodes = MerkleTree.build(sorted);
        uint32 expectedId = registry.nextOpeningId();
        vm.prank(custodian);
        uint32 id = registry.announceOpening(expectedId, agency, nodes[0], count, 1);
        for (uint32 i = 0; i < chunks; ++i) {
            registry.openAccounts(id, i, payloads[i], MerkleTree.proofOf(nodes, leaves[i]));
        }
        return registry.openingOf(id).firstNumber;
    }

    // --- Programmes

    /// @notice Creates a programme on the token, makes it the current one, and gives it money and two shops with a terminal each.
    function startProgramme(address token) internal {
        createProgramme(token, bands());
        vm.label(address(programme), "programme");
        financeAct(abi.encodeCall(IBudget.recordSource, (source, keccak256("agreement"))));
        fund(FUNDS);
        shop = registerShop(shopTerms("SHOP-1"), tokenPayout(payout));
        otherShop = registerShop(shopTerms("SHOP-2"), tokenPayout(otherPayout));
        terminal = authorise("terminal", shop, TERMINAL_LIMIT);
        otherTerminal = authorise("other terminal", otherShop, TERMINAL_LIMIT);
    }

    /// @notice Creates a programme on the token and makes it the current one.
    function createProgramme(address token, ICycles.Band[] memory bands_) internal {
        vm.prank(administrator);
        programme = IProgramme(factory.createProgramme(settingsFor(token), bands_));
        asset = IERC20(token);
        scale = programme.assetScale();
    }

    function settingsFor(address token) internal view returns (IProgrammeSettings.ProgrammeSettings memory) {
        return
            IProgrammeSettings.ProgrammeSettings({
                organisation: agency,
                asset: token,
                currency: "USD",
                payableStep: 10_000,
                modality: IProgrammeSettings.Modality.Voucher,
                purpose: "72040",
                name: "Food in the north"
            });
    }

    /// @notice One approver; from 100,000 on two; from 300,000 on Finance releases, too; a million is the most.
    function bands() internal pure returns (ICycles.Band[] memory all) {
        all = new ICycles.Band[](3);
        all[0] = ICycles.Band(100_000e6, 1, false);
        all[1] = ICycles.Band(300_000e6, 2, false);
        all[2] = ICycles.Band(1_000_000e6, 2, true);
    }

    // --- Money

    /// @notice Puts tokens' smallest units into somebody's hands: units are issued, other tokens minted.
    function give(address to, uint256 tokens) internal {
        if (address(asset) != address(unit)) return DemoDollar(address(asset)).mint(to, tokens);
        ICurrencyUnit.Funding memory funding = ICurrencyUnit.Funding(
            uint128(tokens),
            "EUR",
            1e18,
            keccak256(abi.encode("funding", ++fundings))
        );
        runAct(unit, finance, approver, abi.encodeCall(ICurrencyUnit.issue, (to, tokens, funding)));
    }

    /// @notice Brings money of the recorded source in.
    function fund(uint128 amount) internal {
        give(source, amount * scale);
        vm.startPrank(source);
        // Some tokens answer nothing.
        asset.forceApprove(address(programme), amount * scale);
        programme.fund(amount, source);
        vm.stopPrank();
        assertTies();
    }

    // --- Shops

    function shopTerms(bytes32 code) internal pure returns (IShops.ShopTerms memory) {
        return
            IShops.ShopTerms({
                code: code,
                kind: IShops.ShopKind.Retailer,
                commissionBps: COMMISSION_BPS,
                ceilingPerDay: CEILING_PER_DAY,
                offlineDays: OFFLINE_DAYS,
                terminalLimit: TERMINAL_LIMIT,
                isActive: true
            });
    }

    function tokenPayout(address account) internal pure returns (IShops.Payout memory) {
        return IShops.Payout(IShops.PayoutMode.Token, account, 0);
    }

    function bankPayout(bytes32 bankReference) internal pure returns (IShops.Payout memory) {
        return IShops.Payout(IShops.PayoutMode.Bank, address(0), bankReference);
    }

    function registerShop(IShops.ShopTerms memory terms, IShops.Payout memory to) internal returns (ShopId) {
        bytes memory result = financeAct(abi.encodeCall(IShops.registerShop, (terms, to)));
        return abi.decode(result, (ShopId));
    }

    /// @notice Makes a key from the name and authorises it.
    function authorise(string memory name, ShopId forShop, uint64 limit) internal returns (address key) {
        (key, ) = terminalKey(name);
        vm.prank(custodian);
        programme.authoriseTerminal(key, forShop, limit);
    }

    /// @notice A key that is known to {ProgrammeTest-redeem}, authorised or not.
    function terminalKey(string memory name) internal returns (address key, uint256 privateKey) {
        (key, privateKey) = makeAddrAndKey(name);
        keyOf[key] = privateKey;
    }

    // --- Acts

    /// @notice Finance proposes, an Approver approves.
    function financeAct(bytes memory act) internal returns (bytes memory result) {
        result = runAct(programme, finance, approver, act);
        assertTies();
    }

    /// @notice The Preparer proposes, an Approver approves.
    function listAct(bytes memory act) internal {
        runAct(programme, preparer, approver, act);
        assertTies();
    }

    // --- What always holds

    /// @notice The programme's books tie out: with its token balance, with its cycles, and with its shops, each counted anew.
    /// Requires that nobody sent tokens unasked.
    function assertTies() internal view {
        IBudget.Balances memory b = programme.balances();
        uint256 sum = uint256(b.free) + b.reserved + b.owed + b.fees;
        assertEq(
            asset.balanceOf(address(programme)),
            sum * scale,
            "balance is free + reserved + owed + fees"
        );
        (uint256 owedToShops, uint256 reserved) = (0, 0);
        uint32 end = CycleId.unwrap(programme.nextCycleId());
        for (uint32 raw = 1; raw < end; ++raw) {
            CycleId id = CycleId.wrap(raw);
            ICycles.CycleView memory cycle = programme.cycleOf(id);
            (uint256 gross, uint256 refunds, uint256 settled) = sumOfLedgers(id);
            assertEq(cycle.redeemed, gross, "redeemed is what shops sold");
            assertEq(cycle.refunded, refunds, "refunded is what shops took back");
            assertLe(cycle.redeemed - cycle.refunded, cycle.loaded, "redeemed within loaded");
            assertLe(cycle.loaded, cycle.total, "loaded within total");
            owedToShops += gross - refunds - settled;
            if (cycle.state == ICycles.CycleState.Approved) reserved += cycle.total - gross + refunds;
        }
        assertEq(b.reserved, reserved, "reserved is what open cycles have left");
        assertEq(b.owed, owedToShops + withheldUntilPaid(), "owed is what shops have to get");
    }

    /// @notice Over all shops in a cycle.
    function sumOfLedgers(
        CycleId id
    ) internal view returns (uint256 gross, uint256 refunds, uint256 settled) {
        uint32 end = ShopId.unwrap(programme.nextShopId());
        for (uint32 raw = 1; raw < end; ++raw) {
            ISettlements.ShopLedger memory ledger = programme.ledgerOf(ShopId.wrap(raw), id);
            gross += ledger.gross;
            refunds += ledger.refunds;
            settled += ledger.settled;
        }
    }

    /// @notice What instructed settlements keep back: free only when the bank has paid.
    function withheldUntilPaid() internal view returns (uint256 sum) {
        for (uint32 id = 1; id < programme.nextSettlementId(); ++id) {
            ISettlements.Settlement memory settlement = programme.settlementOf(id);
            if (settlement.state == ISettlements.SettlementState.Instructed) sum += settlement.withholding;
        }
    }

    function assertBalances(uint256 free, uint256 reserved, uint256 owed, uint256 fees) internal view {
        IBudget.Balances memory b = programme.balances();
        assertEq(b.free, free, "free");
        assertEq(b.reserved, reserved, "reserved");
        assertEq(b.owed, owed, "owed");
        assertEq(b.fees, fees, "fees");
        assertTies();
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {BeneficiaryAccounts} from "../../../contracts/accounts/BeneficiaryAccounts.sol";
import {DonorFund} from "../../../contracts/funding/DonorFund.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {IProgrammeSettings} from "../../../contracts/interfaces/IProgrammeSettings.sol";
import {Programme} from "../../../contracts/programmes/Programme.sol";
import {ProgrammeFactory} from "../../../contracts/programmes/ProgrammeFactory.sol";
import {ProgrammeOffice} from "../../../contracts/programmes/ProgrammeOffice.sol";
import {ProgrammeShops} from "../../../contracts/programmes/ProgrammeShops.sol";
import {DocumentRegistry} from "../../../contracts/records/DocumentRegistry.sol";
import {DemoDollar} from "../../../contracts/testing/DemoDollar.sol";
import {WrappedEther} from "../../../contracts/testing/WrappedEther.sol";
import {ConsortiumTest} from "./ConsortiumTest.sol";
import {PlainRecipient, RecipientList} from "./PlainRecipient.sol";

/// @notice A donor fund of the agency over demo dollars, two real programmes of the agency that have recorded it as a source, and one more
/// recipient that takes and gives as it is told.
abstract contract FundTest is ConsortiumTest {
    address internal constant NONE = address(0);
    uint128 internal constant USD = 1e6;
    bytes32 internal constant REFERENCE = "GRANT-7";
    bytes32 internal constant DECISION = "ALLOCATION-1";

    ProgrammeFactory internal factory;
    RecipientList internal list;
    DemoDollar internal dollar;
    WrappedEther internal weth;

    /// @dev The fund that the helpers work on, its token, and its recipients.
    DonorFund internal fund;
    IERC20 internal asset;
    uint256 internal scale;
    IProgramme internal north;
    IProgramme internal south;
    PlainRecipient internal plain;

    address internal donor = makeAddr("donor");
    address internal otherDonor = makeAddr("other donor");
    address internal thirdParty = makeAddr("third party");

    function setUp() public virtual override {
        super.setUp();
        BeneficiaryAccounts registry = new BeneficiaryAccounts(consortium);
        DocumentRegistry documents = new DocumentRegistry(consortium);
        ProgrammeShops shops = new ProgrammeShops(consortium, documents);
        ProgrammeOffice office = new ProgrammeOffice(consortium, registry, address(shops));
        Programme implementation = new Programme(consortium, registry, address(office));
        UpgradeableBeacon beacon = new UpgradeableBeacon(address(implementation), council);
        factory = new ProgrammeFactory(consortium, address(beacon));
        list = new RecipientList();
        dollar = new DemoDollar();
        weth = new WrappedEther();
        startFund(address(dollar));
    }

    // --- Fund and recipients

    /// @notice A fund over the token, with three recipients that know it; both become the current ones.
    function startFund(address token) internal {
        asset = IERC20(token);
        fund = newFund(token, "Fund for the region");
        scale = fund.assetScale();
        vm.label(address(fund), "fund");
        north = newProgramme(token, "North");
        south = newProgramme(token, "South");
        plain = newPlain(token);
    }

    function newFund(address token, string memory name) internal returns (DonorFund) {
        return new DonorFund(around(), agency, token, name);
    }

    function around() internal view returns (DonorFund.Surroundings memory) {
        return DonorFund.Surroundings(consortium, factory, list, address(weth));
    }

    /// @notice A programme of the agency that has recorded the fund as a source.
    function newProgramme(address token, string memory name) internal returns (IProgramme programme) {
        IProgrammeSettings.ProgrammeSettings memory settings = IProgrammeSettings.ProgrammeSettings({
            organisation: agency,
            asset: token,
            currency: "USD",
            payableStep: 1,
            modality: IProgrammeSettings.Modality.Voucher,
            purpose: "72040",
            name: name
        });
        ICycles.Band[] memory bands = new ICycles.Band[](1);
        bands[0] = ICycles.Band(type(uint128).max, 1, false);
        vm.prank(administrator);
        programme = IProgramme(factory.createProgramme(settings, bands));
        vm.label(address(programme), name);
        recordSource(programme, address(fund));
    }

    function newPlain(address token) internal returns (PlainRecipient recipient) {
        recipient = new PlainRecipient(token, scale);
        list.add(address(recipient));
        vm.label(address(recipient), "plain recipient");
    }

    function recordSource(IProgramme programme, address source) internal {
        runAct(programme, finance, approver, abi.encodeCall(IBudget.recordSource, (source, "agreement")));
    }

    // --- Money

    /// @notice Puts ledger units of the current token into somebody's hands, and lets the fund take them.
    function give(address to, uint128 amount) internal {
        if (address(asset) == address(weth)) {
            vm.deal(to, amount * scale);
            vm.prank(to);
            weth.deposit{value: amount * scale}();
        } else {
            DemoDollar(address(asset)).mint(to, amount * scale);
        }
        vm.prank(to);
        asset.approve(address(fund), type(uint256).max);
    }

    function contribute(address by, uint128 amount, address earmark) internal returns (uint32 id) {
        give(by, amount);
        vm.prank(by);
        id = fund.contribute(amount, earmark, REFERENCE);
        assertTies();
    }

    function allocate(address recipient, uint128 amount) internal returns (uint32 id) {
        id = fund.nextAllocationId();
        runAct(fund, finance, approver, allocating(recipient, amount));
        assertTies();
    }

    /// @notice The act that allocates next.
    function allocating(address recipient, uint128 amount) internal view returns (bytes memory) {
        uint32 id = fund.nextAllocationId();
        return abi.encodeCall(IDonorFund.allocate, (id, recipient, amount, DECISION));
    }

    function accepting(uint128 amount, address earmark) internal pure returns (bytes memory) {
        return abi.encodeCall(IDonorFund.acceptUnattributed, (amount, earmark, REFERENCE));
    }

    /// @notice Two officers release what is earmarked for a closed recipient, as soon as they may.
    function release(address recipient) internal {
        bytes memory act = releasing(recipient);
        uint256 actId = proposeAct(fund, finance, act);
        skip(14 days);
        vm.prank(approver);
        fund.approveAct(actId, act);
        assertTies();
    }

    function releasing(address recipient) internal pure returns (bytes memory) {
        return abi.encodeCall(IDonorFund.releaseEarmark, (recipient, keccak256("consent")));
    }

    /// @notice The recipient returns unspent money to the fund. Returns the number that the first part of it gets.
    function giveBack(address recipient, uint128 amount) internal returns (uint32 id) {
        id = fund.nextContributionId();
        if (factory.isProgramme(recipient)) {
            runAct(IProgramme(recipient), finance, approver, returning(amount));
        } else {
            PlainRecipient(recipient).giveBack(amount, address(fund));
        }
        assertTies();
    }

    function returning(uint128 amount) internal view returns (bytes memory) {
        return abi.encodeCall(IBudget.returnUnspent, (amount, address(fund)));
    }

    /// @notice Somebody funds a recipient with money of their own and names the fund as its source.
    function fundFromOutside(address recipient, uint128 amount) internal {
        give(thirdParty, amount);
        vm.startPrank(thirdParty);
        asset.approve(recipient, amount * scale);
        PlainRecipient(recipient).fund(amount, address(fund));
        vm.stopPrank();
    }

    // --- What always holds

    /// @notice Books, pots and tokens tie out.
    function assertTies() internal view {
        IDonorFund.Totals memory t = fund.totals();
        uint256 held = uint256(t.contributed) + t.returned + t.unbooked - t.allocated;
        uint256 extra = asset.balanceOf(address(fund)) - held * scale;
        assertEq(extra / scale, fund.unattributed(), "what is in no book is unattributed");
        (uint256 joined, uint256 left) = (0, 0);
        address[4] memory earmarks = [NONE, address(north), address(south), address(plain)];
        for (uint256 i = 0; i < 4; ++i) {
            IDonorFund.Pot memory pot = fund.potOf(earmarks[i]);
            assertLe(pot.allocated, pot.contributed, "no pot is overdrawn");
            (joined, left) = (joined + pot.contributed, left + pot.allocated);
        }
        assertEq(joined, uint256(t.contributed) + t.returned, "pots have what came in");
        assertEq(left, t.allocated, "pots lack what went out");
    }

    function assertTotals(uint256 contributed, uint256 returned, uint256 allocated) internal view {
        IDonorFund.Totals memory t = fund.totals();
        assertEq(t.contributed, contributed, "contributed");
        assertEq(t.returned, returned, "returned");
        assertEq(t.allocated, allocated, "allocated");
    }

    function assertPot(address earmark, uint256 contributed, uint256 allocated) internal view {
        IDonorFund.Pot memory pot = fund.potOf(earmark);
        assertEq(pot.contributed, contributed, "joined the pot");
        assertEq(pot.allocated, allocated, "left the pot");
    }

    function assertOverlap(
        uint32 contributionId,
        uint32 allocationId,
        uint256 allocated,
        uint256 returned
    ) internal view {
        (uint256 went, uint256 cameBack) = fund.overlap(contributionId, allocationId);
        assertEq(went, allocated, "went into the allocation");
        assertEq(cameBack, returned, "came back from it");
    }
}

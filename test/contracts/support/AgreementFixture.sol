// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AgreementFactory} from "../../../contracts/agreements/AgreementFactory.sol";
import {AgreementOffice} from "../../../contracts/agreements/AgreementOffice.sol";
import {MilestoneAgreement} from "../../../contracts/agreements/MilestoneAgreement.sol";
import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestoneAgreement} from "../../../contracts/interfaces/IMilestoneAgreement.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {OrganisationId} from "../../../contracts/types/Ids.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {OrganisationKind, Role} from "../../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./ConsortiumTest.sol";

/// @notice An agency, a partner with its officers, three monitors, an arbiter and two sources, and one agreement between them, proposed.
/// Everything is real. What people do in it is in {AgreementTest}.
abstract contract AgreementFixture is ConsortiumTest {
    uint128 internal constant USD = 1e6;
    uint128 internal constant TOTAL = 2_000 * USD;
    uint40 internal constant REVIEW = 14 days;
    uint40 internal constant ARBITER = 21 days;
    uint40 internal constant NOTICE = 30 days;
    /// @dev 60 % for the partner when the arbiter is silent.
    uint16 internal constant SILENCE = 6_000;
    uint16 internal constant DUE_DAY = 20_800;
    bytes32 internal constant EVIDENCE = keccak256("evidence");
    bytes32 internal constant OTHER_EVIDENCE = keccak256("other evidence");
    bytes32 internal constant REASON = keccak256("reason");
    string internal constant URI = "https://partner.example/evidence.pdf";

    /// @dev A deliverable of 1,000, an advance of 500, a reimbursement of up to 300, a deliverable of 200.
    MilestoneId internal constant WORK = MilestoneId.wrap(1);
    MilestoneId internal constant ADVANCE = MilestoneId.wrap(2);
    MilestoneId internal constant COSTS = MilestoneId.wrap(3);
    MilestoneId internal constant LAST = MilestoneId.wrap(4);

    OrganisationId internal partner;
    UpgradeableBeacon internal beacon;
    AgreementFactory internal factory;
    IMilestoneAgreement internal agreement;
    IERC20 internal asset;
    uint256 internal scale;

    address internal partnerAdministrator = makeAddr("partner administrator");
    address internal partnerPreparer = makeAddr("partner preparer");
    address internal payout = makeAddr("payout of the partner");
    address internal otherPayout = makeAddr("other payout of the partner");
    address internal secondMonitor = makeAddr("second monitor");
    address internal thirdMonitor = makeAddr("third monitor");
    address internal arbiter = makeAddr("arbiter");
    address internal donor = makeAddr("donor");
    address internal treasury = makeAddr("treasury of the agency");

    function setUp() public virtual override {
        super.setUp();
        vm.prank(council);
        partner = consortium.admit("Partner", OrganisationKind.Partner, "", partnerAdministrator);
        appointOf(partner, partnerAdministrator, Role.Preparer, partnerPreparer);
        AgreementOffice office = new AgreementOffice(consortium);
        beacon = new UpgradeableBeacon(address(new MilestoneAgreement(consortium, address(office))), council);
        factory = new AgreementFactory(consortium, address(beacon));
        createAgreement(address(new PlainToken(6)));
    }

    // --- Making an agreement

    /// @notice A new agreement on the token, its terms not yet offered; the helpers work on it from now on.
    function createAgreement(address token) internal {
        vm.prank(administrator);
        agreement = IMilestoneAgreement(factory.createAgreement(settingsWith(token)));
        asset = IERC20(token);
        scale = agreement.assetScale();
        recordSource(donor);
        recordSource(treasury);
    }

    /// @notice The terms are in force and all of it is in escrow: 1,500 from the donor, 500 from the treasury.
    function start() internal {
        sign(terms());
        fund(donor, 1_500 * USD);
        fund(treasury, 500 * USD);
        assertTies();
    }

    function settingsWith(address token) internal view returns (IAgreementSettings.AgreementSettings memory) {
        return
            IAgreementSettings.AgreementSettings({
                agency: agency,
                partner: partner,
                asset: token,
                currency: "USD",
                title: "Wells in the north"
            });
    }

    /// @notice The first version of the terms.
    function terms() internal view returns (IAgreementTerms.Terms memory t) {
        t.version = 1;
        t.payout = payout;
        t.milestones = new IAgreementTerms.MilestoneTerms[](4);
        t.milestones[0] = planned(IAgreementTerms.MilestoneKind.Deliverable, 1_000 * USD);
        t.milestones[1] = planned(IAgreementTerms.MilestoneKind.Advance, 500 * USD);
        t.milestones[2] = planned(IAgreementTerms.MilestoneKind.Reimbursement, 300 * USD);
        t.milestones[3] = planned(IAgreementTerms.MilestoneKind.Deliverable, 200 * USD);
        t.monitors = new address[](3);
        (t.monitors[0], t.monitors[1], t.monitors[2]) = (monitor, secondMonitor, thirdMonitor);
        t.quorum = 2;
        t.reviewPeriod = REVIEW;
        t.arbiter = arbiter;
        t.arbiterPeriod = ARBITER;
        t.silenceShare = SILENCE;
        t.noticePeriod = NOTICE;
        t.documents = keccak256("list of documents");
    }

    /// @notice The same terms as the next version, for an amendment.
    function nextTerms() internal view returns (IAgreementTerms.Terms memory t) {
        t = terms();
        t.version = agreement.version() + 1;
    }

    function planned(
        IAgreementTerms.MilestoneKind kind,
        uint128 amount
    ) internal pure returns (IAgreementTerms.MilestoneTerms memory) {
        return IAgreementTerms.MilestoneTerms(kind, DUE_DAY, amount, keccak256("what is to be done"));
    }

    // --- What officers do

    function agencyAct(bytes memory act) internal returns (bytes memory) {
        return runAct(agreement, finance, approver, act);
    }

    function refuseAct(bytes memory act, bytes memory reason) internal {
        expectActRevert(agreement, finance, approver, act, reason);
    }

    function recordSource(address source) internal {
        agencyAct(abi.encodeCall(IEscrow.recordSource, (source, keccak256("grant letter"))));
    }

    function offer(IAgreementTerms.Terms memory t) internal {
        bytes memory act = abi.encodeCall(IAgreementTerms.offerTerms, (t));
        uint256 actId = proposeAct(agreement, finance, act);
        bool isWaiting = t.version > 1 && t.payout != agreement.conductOf(t.version - 1).payout;
        if (isWaiting) skip(2 days);
        vm.prank(approver);
        agreement.approveAct(actId, act);
    }

    function sign(IAgreementTerms.Terms memory t) internal {
        offer(t);
        vm.prank(partnerAdministrator);
        agreement.acceptTerms(t);
    }

    function fund(address source, uint128 amount) internal {
        give(source, amount);
        allow(source, amount);
        vm.prank(source);
        agreement.fund(amount, source);
    }

    /// @notice Tokens out of nothing, by ledger units.
    function give(address to, uint128 amount) internal {
        PlainToken(address(asset)).mint(to, amount * scale);
    }

    function allow(address from, uint128 amount) internal {
        // Some tokens answer nothing, so no answer is decoded.
        vm.prank(from);
        (bool isDone, ) = address(asset).call(
            abi.encodeCall(IERC20.approve, (address(agreement), amount * scale))
        );
        assertTrue(isDone);
    }

    // --- Books

    /// @notice The tokens are what the books say, and the books add up (invariant 8).
    function assertTies() internal view {
        assertEq(asset.balanceOf(address(agreement)), agreement.money().held * scale, "the tokens are there");
        assertBooks();
    }

    /// @notice The books add up.
    function assertBooks() internal view {
        IEscrow.Money memory m = agreement.money();
        assertEq(
            uint256(m.paid) + m.returned + m.held,
            uint256(m.escrowed) + m.refunded,
            "paid + returned + held"
        );
        (uint256 reserved, uint256 pending, uint256 paid) = (0, 0, 0);
        for (uint32 i = 1; i <= agreement.milestones(); ++i) {
            IMilestones.MilestoneView memory v = agreement.milestoneOf(MilestoneId.wrap(i));
            paid += v.paid;
            bool isOver =
                v.state == IMilestones.MilestoneState.Paid || v.state == IMilestones.MilestoneState.Cancelled;
            if (isOver) continue;
            pending += v.amount - v.paid;
            if (v.state != IMilestones.MilestoneState.Planned) {
                reserved += (v.isDecided ? v.authorised : v.claimed) - v.paid;
            }
        }
        assertEq(m.reserved, reserved, "reserved");
        assertEq(m.pending, pending, "pending");
        assertEq(m.paid, paid, "paid");
        assertEq(m.committed, paid + pending, "committed");
        _assertSources(m);
    }

    function assertState(MilestoneId id, IMilestones.MilestoneState state) internal view {
        assertEq(uint256(agreement.milestoneOf(id).state), uint256(state), "state of the milestone");
    }

    function assertPaid(uint128 amount) internal view {
        assertEq(asset.balanceOf(payout), amount * scale, "paid to the partner");
    }

    // --- Small things

    function appointOf(OrganisationId organisation, address by, Role role, address officer) internal {
        vm.prank(by);
        consortium.proposeGrant(organisation, role, officer, 0);
        skip(GRANT_DELAY);
        consortium.activateGrant(organisation, role, officer);
    }

    function now_() internal view returns (uint40) {
        return uint40(vm.getBlockTimestamp());
    }

    function missing(
        OrganisationId organisation,
        Role role,
        address officer
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, organisation, role, officer);
    }

    function wrongState(
        MilestoneId id,
        IMilestones.MilestoneState state
    ) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IMilestones.Milestones_WrongState.selector, id, state);
    }

    function notActive(IAgreementSettings.AgreementState state) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IAgreementSettings.Agreement_NotActive.selector, state);
    }

    function _assertSources(IEscrow.Money memory m) private view {
        address[] memory sources = agreement.sources();
        (uint256 brought, uint256 credited, uint256 returned) = (0, 0, 0);
        for (uint256 i = 0; i < sources.length; ++i) {
            IEscrow.Source memory source = agreement.sourceOf(sources[i]);
            assertLe(source.credited, source.brought, "no source gets more than it brought");
            brought += source.brought;
            credited += source.credited - source.returned;
            returned += source.returned;
        }
        assertEq(m.escrowed, brought, "escrowed");
        assertEq(m.credited, credited, "credited");
        assertEq(m.returned, returned, "returned");
    }
}

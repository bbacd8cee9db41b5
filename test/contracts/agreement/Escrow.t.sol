// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementEnd} from "../../../contracts/interfaces/IAgreementEnd.sol";
import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IReturnableSource} from "../../../contracts/interfaces/IReturnableSource.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

/// @notice A fund that takes its money back itself, in the way it is told to.
contract TakingSource is IReturnableSource {
    enum Manner {
        Takes,
        TakesLess,
        TakesNothing,
        BurnsGas
    }

    Manner private _manner;
    uint128 public taken;

    function setManner(Manner manner) external {
        _manner = manner;
    }

    function approve(IERC20 asset, address spender, uint256 amount) external {
        asset.approve(spender, amount);
    }

    function fund(IEscrow escrow, uint128 amount) external {
        escrow.fund(amount, address(this));
    }

    function takeBack(uint128 amount) external {
        while (_manner == Manner.BurnsGas) ++taken;
        if (_manner == Manner.TakesNothing) return;
        taken += amount;
        IERC20 asset = IERC20(IEscrow(msg.sender).asset());
        if (_manner == Manner.TakesLess) --amount;
        asset.transferFrom(msg.sender, address(this), amount);
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(IReturnableSource).interfaceId || id == type(IERC165).interfaceId;
    }
}

contract EscrowTest is AgreementTest {
    // --- fund

    function test_Fund_WhenTheAgreementIsNotActive() public {
        vm.expectRevert(notActive(IAgreementSettings.AgreementState.Proposed));
        vm.prank(donor);
        agreement.fund(1, donor);
    }

    function test_Fund_WhenTheAmountIsZero() public {
        sign(terms());
        vm.expectRevert(IEscrow.Escrow_ZeroAmount.selector);
        vm.prank(donor);
        agreement.fund(0, donor);
    }

    function test_Fund_WhenTheSourceIsNotRecorded() public {
        sign(terms());
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SourceNotRecorded.selector, stranger));
        vm.prank(stranger);
        agreement.fund(1, stranger);
    }

    function test_Fund_WhenSomebodyElseBringsTheMoney() public {
        sign(terms());
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_OnlySource.selector, donor, stranger));
        vm.prank(stranger);
        agreement.fund(1, donor);
    }

    function test_Fund_WhenMoreThanWhatIsUnfundedIsBrought() public {
        sign(terms());
        fund(donor, 1_500 * USD);
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.Escrow_AboveUnfunded.selector, 500 * USD + 1, 500 * USD)
        );
        vm.prank(donor);
        agreement.fund(500 * USD + 1, donor);
    }

    function test_Fund_WhenASourceFunds() public {
        sign(terms());
        give(donor, 700 * USD);
        allow(donor, 700 * USD);
        vm.expectEmit(address(agreement));
        emit IEscrow.Escrowed(donor, 700 * USD);
        vm.prank(donor);
        agreement.fund(700 * USD, donor);
        IEscrow.Money memory m = agreement.money();
        assertEq(m.escrowed, 700 * USD);
        assertEq(m.held, 700 * USD);
        assertEq(m.unfunded, TOTAL - 700 * USD);
        assertEq(m.excess, 0);
        assertEq(agreement.sourceOf(donor).brought, 700 * USD);
        assertTies();
    }

    function test_Fund_WhenSomebodySendsTokensUnasked() public {
        start();
        bytes memory before = abi.encode(agreement.money());
        give(address(agreement), 12_345);
        assertEq(abi.encode(agreement.money()), before);
    }

    // --- record source

    function test_RecordSource_WhenItIsNobodysOrOurOwn() public {
        address[3] memory unfit = [address(0), address(agreement), address(asset)];
        for (uint256 i = 0; i < unfit.length; ++i)
            _refuseSource(unfit[i], IEscrow.Escrow_SourceInvalid.selector);
    }

    function test_RecordSource_WhenItIsRecorded() public {
        _refuseSource(donor, IEscrow.Escrow_SourceRecordedAlready.selector);
    }

    function test_RecordSource_WhenThereAreSix() public {
        for (uint160 i = 3; i <= 6; ++i) recordSource(address(0xabc0 + i));
        assertEq(agreement.sources().length, 6);
        refuseAct(
            abi.encodeCall(IEscrow.recordSource, (stranger, "")),
            abi.encodeWithSelector(IEscrow.Escrow_TooManySources.selector)
        );
    }

    function test_RecordSource_WhenTwoOfficersAgree() public {
        bytes memory act = abi.encodeCall(IEscrow.recordSource, (stranger, REASON));
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectEmit(address(agreement));
        emit IEscrow.SourceRecorded(stranger, REASON);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertTrue(agreement.isSource(stranger));
        assertFalse(agreement.isSource(approver));
        assertEq(agreement.sources()[2], stranger);
    }

    // --- return excess

    function test_ReturnExcess_WhenTheAmountIsZero() public {
        start();
        refuseAct(
            abi.encodeCall(IEscrow.returnExcess, (0)),
            abi.encodeWithSelector(IEscrow.Escrow_ZeroAmount.selector)
        );
    }

    function test_ReturnExcess_WhenItIsStillPending() public {
        start();
        refuseAct(
            abi.encodeCall(IEscrow.returnExcess, (1)),
            abi.encodeWithSelector(IEscrow.Escrow_AboveExcess.selector, 1, 0)
        );
    }

    function test_ReturnExcess_WhenAnAmendmentMadeItSmaller() public {
        start();
        _makeSmaller();
        bytes memory act = abi.encodeCall(IEscrow.returnExcess, (1_000 * USD));
        uint256 actId = proposeAct(agreement, finance, act);
        // The last source first, then the one before it.
        vm.expectEmit(address(agreement));
        emit IEscrow.ReturnCredited(treasury, 500 * USD);
        vm.expectEmit(address(agreement));
        emit IEscrow.ReturnCredited(donor, 500 * USD);
        vm.expectEmit(address(agreement));
        emit IEscrow.Returned(donor, 500 * USD);
        vm.expectEmit(address(agreement));
        emit IEscrow.Returned(treasury, 500 * USD);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertEq(asset.balanceOf(treasury), 500 * USD);
        assertEq(asset.balanceOf(donor), 500 * USD);
        assertEq(agreement.returnedTo(donor), 500 * USD);
        assertEq(agreement.money().returned, 1_000 * USD);
        assertTies();
    }

    // --- sources that take back themselves

    function test_SourcesThatTakeBackThemselves_WhenOneTakesItsMoney() public {
        TakingSource source = _startWith(TakingSource.Manner.Takes);
        _giveBack(300 * USD);
        assertEq(source.taken(), 300 * USD);
        assertEq(asset.balanceOf(address(source)), 300 * USD);
        assertEq(agreement.money().credited, 0);
    }

    function test_SourcesThatTakeBackThemselves_WhenOneTakesNothingOrLessOrBurnsItsGas() public {
        TakingSource.Manner[3] memory manners = [
            TakingSource.Manner.TakesNothing,
            TakingSource.Manner.TakesLess,
            TakingSource.Manner.BurnsGas
        ];
        TakingSource source = _startWith(TakingSource.Manner.Takes);
        for (uint256 i = 0; i < manners.length; ++i) {
            source.setManner(manners[i]);
            bytes memory act = abi.encodeCall(IEscrow.returnExcess, (100 * USD));
            uint256 actId = proposeAct(agreement, finance, act);
            vm.expectEmit(address(agreement));
            emit IEscrow.ReturnRefused(address(source), uint128(100 * USD * (i + 1)));
            vm.prank(approver);
            agreement.approveAct(actId, act);
            assertEq(asset.allowance(address(agreement), address(source)), 0);
            assertTies();
        }
        assertEq(agreement.money().credited, 300 * USD);
        source.setManner(TakingSource.Manner.Takes);
        agreement.sendReturn(address(source));
        assertEq(asset.balanceOf(address(source)), 300 * USD);
        assertTies();
    }

    // --- send return

    function test_SendReturn_WhenNothingIsCredited() public {
        start();
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingCredited.selector, donor));
        agreement.sendReturn(donor);
    }

    function test_SendReturn_WhenTheSourceIsStillRefused() public {
        _startBlocked();
        _giveBack(600 * USD);
        assertEq(agreement.money().credited, 500 * USD);
        assertEq(asset.balanceOf(donor), 100 * USD);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, treasury));
        agreement.sendReturn(treasury);
        assertTies();
    }

    function test_SendReturn_WhenTheSourceCanReceiveAgain() public {
        _startBlocked();
        _giveBack(600 * USD);
        BlocklistToken(address(asset)).setBlocked(treasury, false);
        vm.expectEmit(address(agreement));
        emit IEscrow.Returned(treasury, 500 * USD);
        vm.prank(stranger);
        agreement.sendReturn(treasury);
        assertEq(asset.balanceOf(treasury), 500 * USD);
        assertTies();
    }

    // --- return credited

    function test_ReturnCredited_WhenAnyoneCallsIt() public {
        start();
        address[3] memory callers = [finance, donor, stranger];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, callers[i])
            );
            vm.prank(callers[i]);
            agreement.returnCredited(donor);
        }
        bytes memory act = abi.encodeCall(IEscrow.returnCredited, (donor));
        vm.expectRevert(
            abi.encodeWithSelector(
                IDualControl.DualControl_NotAnAct.selector,
                IEscrow.returnCredited.selector
            )
        );
        vm.prank(finance);
        agreement.proposeAct(act);
    }

    // --- anything

    /// Whatever the sources brought and the milestones cost, each source gets back at most what it brought, and together all that is left.
    function testFuzz_GivenAnySharesOfTheSources(uint128 ofDonor, uint128 ofTreasury, uint128 paid) public {
        sign(terms());
        ofDonor = uint128(bound(ofDonor, 1, 1_000 * USD));
        ofTreasury = uint128(bound(ofTreasury, 1, 1_000 * USD));
        fund(donor, ofDonor);
        fund(treasury, ofTreasury);
        uint128 most = ofDonor + ofTreasury;
        paid = uint128(bound(paid, 1, most < 300 * USD ? most : 300 * USD));
        complete(COSTS, paid);
        agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
        skip(NOTICE);
        agreement.terminate();
        // What was recorded first is spent first.
        uint128 fromDonor = paid < ofDonor ? paid : ofDonor;
        assertEq(asset.balanceOf(donor), ofDonor - fromDonor);
        assertEq(asset.balanceOf(treasury), ofTreasury - (paid - fromDonor));
        assertEq(asset.balanceOf(address(agreement)), 0);
        assertTies();
    }

    // --- helpers

    /// @dev 1,000 of the work is not wanted any more.
    function _makeSmaller() private {
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].amount = 0;
        sign(t);
        assertEq(agreement.money().excess, 1_000 * USD);
    }

    function _giveBack(uint128 amount) private {
        agencyAct(abi.encodeCall(IEscrow.returnExcess, (amount)));
        assertTies();
    }

    function _startBlocked() private {
        createAgreement(address(new BlocklistToken(6)));
        start();
        _makeSmaller();
        BlocklistToken(address(asset)).setBlocked(treasury, true);
    }

    /// @dev The taking source is the last one and has brought 500.
    function _startWith(TakingSource.Manner manner) private returns (TakingSource source) {
        source = new TakingSource();
        source.setManner(manner);
        recordSource(address(source));
        sign(terms());
        fund(donor, 1_500 * USD);
        give(address(source), 500 * USD);
        source.approve(asset, address(agreement), 500 * USD);
        source.fund(agreement, 500 * USD);
        _makeSmaller();
    }

    function _refuseSource(address source, bytes4 selector) private {
        refuseAct(
            abi.encodeCall(IEscrow.recordSource, (source, "")),
            abi.encodeWithSelector(selector, source)
        );
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {DonorFund} from "../../../contracts/funding/DonorFund.sol";
import {IAgreementRegistry} from "../../../contracts/interfaces/IFundRecipient.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IProgrammeFactory} from "../../../contracts/interfaces/IProgrammeFactory.sol";
import {IReturnableSource} from "../../../contracts/interfaces/IReturnableSource.sol";
import {IWrappedEther} from "../../../contracts/interfaces/IWrappedEther.sol";
import {DemoDollar} from "../../../contracts/testing/DemoDollar.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {OrganisationId} from "../../../contracts/types/Ids.sol";
import {FundTest} from "../support/FundTest.sol";

/// @notice Keeps a wei of what it wraps.
contract StingyWrapper is PlainToken, IWrappedEther {
    constructor() PlainToken(18) {}

    function deposit() external payable {
        _mint(msg.sender, msg.value - 1);
    }
}

contract DonorFundTest is FundTest {
    bytes32 private constant PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    // --- constructor

    function test_Constructor_WhenTheOrganisationDoesNotExist() public {
        DonorFund.Surroundings memory here = around();
        for (uint32 id = 0; id < 4; id += 3) {
            OrganisationId unknown = OrganisationId.wrap(id);
            vm.expectRevert(
                abi.encodeWithSelector(IConsortium.Consortium_UnknownOrganisation.selector, unknown)
            );
            new DonorFund(here, unknown, address(dollar), "Fund");
        }
    }

    function test_Constructor_WhenASettingIsMissingOrOutOfBounds() public {
        DonorFund.Surroundings memory here = around();
        PlainToken tooFine = new PlainToken(37);
        _expectInvalid("asset");
        new DonorFund(here, agency, stranger, "Fund");
        _expectInvalid("name");
        new DonorFund(here, agency, address(dollar), "");
        _expectInvalid("decimals");
        new DonorFund(here, agency, address(tooFine), "Fund");
        here.agreements = IAgreementRegistry(stranger);
        _expectInvalid("agreements");
        new DonorFund(here, agency, address(dollar), "Fund");
        here.programmes = IProgrammeFactory(stranger);
        _expectInvalid("programmes");
        new DonorFund(here, agency, address(dollar), "Fund");
    }

    function test_Constructor_WhenAllIsRight() public {
        assertTrue(fund.organisation() == agency);
        assertEq(fund.asset(), address(dollar));
        assertEq(fund.assetScale(), 1);
        assertEq(fund.name(), "Fund for the region");
        assertEq(newFund(address(weth), "Ether").assetScale(), 1e12);
        assertEq(newFund(address(new PlainToken(7)), "Seven").assetScale(), 10);
        assertEq(newFund(address(new PlainToken(36)), "Most").assetScale(), 1e30);
        assertTrue(fund.supportsInterface(type(IDonorFund).interfaceId));
        assertTrue(fund.supportsInterface(type(IReturnableSource).interfaceId));
        assertTrue(fund.supportsInterface(type(IDualControl).interfaceId));
        assertTrue(fund.supportsInterface(type(IERC165).interfaceId));
        assertFalse(fund.supportsInterface(0xffffffff));
    }

    // --- contribute

    function test_Contribute_WhenTheAmountIsZero() public {
        vm.expectRevert(IDonorFund.DonorFund_ZeroAmount.selector);
        fund.contribute(0, NONE, REFERENCE);
    }

    function test_Contribute_WhenTheAmountOutgrowsTheBooks() public {
        uint128 most = type(uint64).max;
        give(donor, most + 1);
        vm.expectRevert(
            abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 64, most + 1)
        );
        vm.prank(donor);
        fund.contribute(most + 1, NONE, REFERENCE);

        vm.prank(donor);
        fund.contribute(most, NONE, REFERENCE);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        vm.prank(donor);
        fund.contribute(1, NONE, REFERENCE);
        assertTotals(most, 0, 0);
    }

    function test_Contribute_WhenTheOrganisationIsSuspended() public {
        give(donor, USD);
        vm.prank(council);
        consortium.suspend(agency);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_OrganisationSuspended.selector, agency));
        vm.prank(donor);
        fund.contribute(USD, NONE, REFERENCE);

        vm.prank(council);
        consortium.reinstate(agency);
        vm.prank(donor);
        fund.contribute(USD, NONE, REFERENCE);
        assertTotals(USD, 0, 0);
    }

    function test_Contribute_WhenTheEarmarkIsNotOfTheConsortium() public {
        give(donor, USD);
        address[3] memory others = [stranger, address(fund), address(dollar)];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, others[i])
            );
            vm.prank(donor);
            fund.contribute(USD, others[i], REFERENCE);
        }
    }

    function test_Contribute_WhenTheEarmarkHasAnotherAsset() public {
        address inEther = address(newProgramme(address(weth), "Ether"));
        give(donor, USD);
        vm.expectRevert(
            abi.encodeWithSelector(IDonorFund.DonorFund_OtherAsset.selector, inEther, address(weth))
        );
        vm.prank(donor);
        fund.contribute(USD, inEther, REFERENCE);
    }

    function test_Contribute_WhenTheDonorHasNotApprovedTheTokens() public {
        dollar.mint(donor, USD);
        _expectNoAllowance(USD);
        vm.prank(donor);
        fund.contribute(USD, NONE, REFERENCE);
        assertTotals(0, 0, 0);
        assertEq(fund.nextContributionId(), 1);
    }

    function test_Contribute_WhenItIsNotEarmarked() public {
        assertEq(contribute(donor, 100 * USD, NONE), 1);
        give(otherDonor, 50 * USD);
        vm.expectEmit(address(fund));
        emit IDonorFund.Contributed(2, otherDonor, REFERENCE, NONE, 50 * USD, 100 * USD);
        vm.prank(otherDonor);
        assertEq(fund.contribute(50 * USD, NONE, REFERENCE), 2);

        _requireContribution(1, IDonorFund.Contribution(donor, NONE, 0, 100 * USD, 0, 0));
        _requireContribution(2, IDonorFund.Contribution(otherDonor, NONE, 100 * USD, 150 * USD, 0, 0));
        assertEq(fund.nextContributionId(), 3);
        assertPot(NONE, 150 * USD, 0);
        assertTotals(150 * USD, 0, 0);
        assertEq(dollar.balanceOf(address(fund)), 150 * USD);
        _assertAvailable(address(north), 0, 150 * USD);
    }

    function test_Contribute_WhenItIsEarmarked() public {
        contribute(donor, 100 * USD, address(north));
        contribute(donor, 30 * USD, address(plain));
        contribute(otherDonor, 5 * USD, address(north));
        _requireContribution(
            3,
            IDonorFund.Contribution(otherDonor, address(north), 100 * USD, 105 * USD, 0, 0)
        );
        assertPot(address(north), 105 * USD, 0);
        assertPot(address(plain), 30 * USD, 0);
        assertPot(NONE, 0, 0);
        _assertAvailable(address(north), 105 * USD, 0);
        _assertAvailable(address(plain), 30 * USD, 0);
        _assertAvailable(address(south), 0, 0);
        _assertAvailable(NONE, 0, 0);
    }

    // --- contribute with permit

    function test_ContributeWithPermit_WhenThePermitIsGood() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        dollar.mint(signer, USD);
        (uint8 v, bytes32 r, bytes32 s) = _permit(signer, key, USD);
        vm.prank(signer);
        assertEq(fund.contributeWithPermit(USD, NONE, REFERENCE, type(uint256).max, v, r, s), 1);
        assertTotals(USD, 0, 0);
        assertEq(dollar.allowance(signer, address(fund)), 0);
    }

    function test_ContributeWithPermit_WhenSomebodySentThePermitBefore() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        dollar.mint(signer, USD);
        (uint8 v, bytes32 r, bytes32 s) = _permit(signer, key, USD);
        vm.prank(stranger);
        dollar.permit(signer, address(fund), USD, type(uint256).max, v, r, s);
        vm.prank(signer);
        fund.contributeWithPermit(USD, NONE, REFERENCE, type(uint256).max, v, r, s);
        assertTotals(USD, 0, 0);
    }

    function test_ContributeWithPermit_WhenThePermitIsOfSomebodyElse() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        dollar.mint(signer, USD);
        dollar.mint(stranger, USD);
        (uint8 v, bytes32 r, bytes32 s) = _permit(signer, key, USD);
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        vm.prank(stranger);
        fund.contributeWithPermit(USD, NONE, REFERENCE, type(uint256).max, v, r, s);
        assertEq(dollar.balanceOf(signer), USD);
    }

    function test_ContributeWithPermit_WhenTheTokenKnowsNoPermits() public {
        startFund(address(new PlainToken(6)));
        give(donor, USD);
        vm.prank(donor);
        fund.contributeWithPermit(USD, NONE, REFERENCE, type(uint256).max, 27, "r", "s");
        assertTotals(USD, 0, 0);
    }

    // --- contribute ether

    function test_ContributeEther_WhenTheAssetIsNotWrappedEther() public {
        vm.deal(donor, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_TakesNoEther.selector, address(dollar)));
        vm.prank(donor);
        fund.contributeEther{value: 1 ether}(NONE, REFERENCE);
    }

    function test_ContributeEther_WhenNothingIsSent() public {
        startFund(address(weth));
        vm.expectRevert(IDonorFund.DonorFund_ZeroAmount.selector);
        fund.contributeEther(NONE, REFERENCE);
    }

    function test_ContributeEther_WhenTheEtherIsNotWholeLedgerUnits() public {
        startFund(address(weth));
        vm.deal(donor, 1 ether);
        uint256 sent = 1e12 + 1;
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_EtherNotInSteps.selector, sent, 1e12));
        vm.prank(donor);
        fund.contributeEther{value: sent}(NONE, REFERENCE);
    }

    function test_ContributeEther_WhenTheWrapperGivesTooLittle() public {
        address wrapper = address(new StingyWrapper());
        DonorFund.Surroundings memory here = around();
        here.wrappedEther = wrapper;
        fund = new DonorFund(here, agency, wrapper, "Stingy");
        vm.deal(donor, 1 ether);
        vm.expectRevert(
            abi.encodeWithSelector(IDonorFund.DonorFund_AmountDiffers.selector, 1 ether, 1 ether - 1)
        );
        vm.prank(donor);
        fund.contributeEther{value: 1 ether}(NONE, REFERENCE);
        assertTotals(0, 0, 0);
    }

    function test_ContributeEther_WhenEtherIsSent() public {
        startFund(address(weth));
        vm.deal(donor, 2 ether);
        vm.expectEmit(address(fund));
        emit IDonorFund.Contributed(1, donor, REFERENCE, address(north), 1.5e6, 0);
        vm.prank(donor);
        assertEq(fund.contributeEther{value: 1.5 ether}(address(north), REFERENCE), 1);
        assertEq(weth.balanceOf(address(fund)), 1.5 ether);
        assertEq(address(fund).balance, 0);
        assertPot(address(north), 1.5e6, 0);

        // Whoever comes second finds tokens there already.
        vm.prank(donor);
        assertEq(fund.contributeEther{value: 0.5 ether}(address(north), REFERENCE), 2);
        assertEq(weth.balanceOf(address(fund)), 2 ether);

        allocate(address(north), 1.5e6);
        assertEq(weth.balanceOf(address(north)), 1.5 ether);
    }

    function test_PlainEther_WhenItIsSentWithoutAWord() public {
        startFund(address(weth));
        vm.deal(donor, 1 ether);
        vm.prank(donor);
        (bool isDone, ) = address(fund).call{value: 1 ether}("");
        assertFalse(isDone);
    }

    // --- helpers

    function _permit(
        address signer,
        uint256 key,
        uint256 amount
    ) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 content = keccak256(
            abi.encode(PERMIT_TYPEHASH, signer, address(fund), amount, uint256(0), type(uint256).max)
        );
        return vm.sign(key, keccak256(abi.encodePacked(hex"1901", dollar.DOMAIN_SEPARATOR(), content)));
    }

    function _expectInvalid(bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_SettingsInvalid.selector, field));
    }

    function _expectNoAllowance(uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(fund), 0, needed)
        );
    }

    function _requireContribution(uint32 id, IDonorFund.Contribution memory expected) private view {
        assertEq(abi.encode(fund.contributionOf(id)), abi.encode(expected));
    }

    function _assertAvailable(address recipient, uint256 earmarked, uint256 unearmarked) private view {
        (uint256 own, uint256 free) = fund.available(recipient);
        assertEq(own, earmarked, "earmarked");
        assertEq(free, unearmarked, "unearmarked");
    }
}

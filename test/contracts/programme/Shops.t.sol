// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

contract ShopsTest is ProgrammeTest {
    ShopId private constant NOWHERE = ShopId.wrap(9);
    address private key = makeAddr("new terminal");

    // --- register shop

    function test_RegisterShop_WhenAFieldOfTheTermsIsMissing() public {
        IShops.ShopTerms memory terms = shopTerms("");
        _refuseTerms(terms, "code");
        terms = shopTerms("SHOP-3");
        terms.commissionBps = 10_001;
        _refuseTerms(terms, "commissionBps");
        terms = shopTerms("SHOP-3");
        terms.ceilingPerDay = 0;
        _refuseTerms(terms, "ceilingPerDay");
        terms = shopTerms("SHOP-3");
        terms.offlineDays = 0;
        _refuseTerms(terms, "offlineDays");
        assertEq(ShopId.unwrap(programme.nextShopId()), 3);
    }

    function test_RegisterShop_WhenThePayoutIsNoPayout() public {
        createProgramme(address(unit), bands());
        IShops.PayoutMode token = IShops.PayoutMode.Token;
        IShops.PayoutMode bank = IShops.PayoutMode.Bank;
        _refusePayout(token, address(0), 0);
        _refusePayout(token, payout, "IBAN");
        _refusePayout(token, address(0), "IBAN");
        _refusePayout(token, address(programme), 0);
        _refusePayout(token, address(unit), 0);
        _refusePayout(bank, address(0), 0);
        _refusePayout(bank, payout, "IBAN");
        _refusePayout(bank, payout, 0);
        registerShop(shopTerms("SHOP-1"), bankPayout("IBAN"));
        registerShop(shopTerms("SHOP-2"), tokenPayout(payout));
    }

    function test_RegisterShop_WhenABankPayoutIsSetWhereTheAssetIsNoUnitOfAccount() public {
        _refusePayout(IShops.PayoutMode.Bank, address(0), "IBAN");
    }

    function test_RegisterShop_WhenTheCommissionIsTheWholeOfASale() public {
        IShops.ShopTerms memory terms = shopTerms("SHOP-3");
        terms.commissionBps = 10_000;
        ShopId id = registerShop(terms, tokenPayout(payout));
        assertEq(programme.shopOf(id).terms.commissionBps, 10_000);
    }

    function test_RegisterShop_WhenTwoOfficersAgree() public {
        IShops.ShopTerms memory terms = shopTerms("AGENT-3");
        terms.kind = IShops.ShopKind.CashAgent;
        terms.isActive = false;
        bytes memory act = abi.encodeCall(IShops.registerShop, (terms, tokenPayout(payout)));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit IShops.ShopRegistered(ShopId.wrap(3), "AGENT-3", terms, tokenPayout(payout));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(ShopId.unwrap(programme.nextShopId()), 4);
        IShops.ShopView memory stored = programme.shopOf(ShopId.wrap(3));
        assertEq(abi.encode(stored.terms), abi.encode(terms));
        assertEq(abi.encode(stored.payout), abi.encode(tokenPayout(payout)));
        assertEq(stored.bucketUsed, 0);
    }

    function test_ShopOf_GivenTheShopIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IShops.Shops_UnknownShop.selector, NOWHERE));
        programme.shopOf(NOWHERE);
    }

    function test_ShopOf_GivenTheShopIsActive() public view {
        IShops.ShopView memory stored = programme.shopOf(shop);
        assertTrue(stored.terms.isActive);
        assertEq(abi.encode(stored.terms), abi.encode(shopTerms("SHOP-1")));
    }

    // --- change shop terms

    function test_ChangeShopTerms_GivenTheShopIsUnknown() public {
        bytes memory act = abi.encodeCall(IShops.changeShopTerms, (NOWHERE, shopTerms("SHOP-9")));
        refuseFinanceAct(act, abi.encodeWithSelector(IShops.Shops_UnknownShop.selector, NOWHERE));
    }

    function test_ChangeShopTerms_WhenAFieldIsMissing() public {
        bytes memory act = abi.encodeCall(IShops.changeShopTerms, (shop, shopTerms("")));
        bytes32 field = "code";
        refuseFinanceAct(act, abi.encodeWithSelector(IShops.Shops_TermsInvalid.selector, field));
    }

    function test_ChangeShopTerms_WhenTwoOfficersAgree() public {
        IShops.ShopTerms memory terms = IShops.ShopTerms("S", IShops.ShopKind.Provider, 1, 2, 3, 4, false);
        bytes memory act = abi.encodeCall(IShops.changeShopTerms, (shop, terms));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit IShops.ShopTermsChanged(shop, terms);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(abi.encode(programme.shopOf(shop).terms), abi.encode(terms));
    }

    function test_ChangeShopTerms_GivenAPartOfTheCeilingIsUsed() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 10, AMOUNT));
        assertEq(programme.shopOf(shop).bucketUsed, 10 * AMOUNT);
        assertEq(programme.shopOf(shop).bucketAt, now_());
        skip(36 minutes);
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        terms.ceilingPerDay = 1;
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
        // 36 minutes are a fortieth of a day: 250 of 10,000 a day have drained of the 500.
        assertEq(programme.shopOf(shop).bucketUsed, 10 * AMOUNT - CEILING_PER_DAY / 40);
        assertEq(programme.shopOf(shop).bucketAt, now_());
    }

    // --- change payout

    function test_ChangePayout_GivenTheShopIsUnknown() public {
        bytes memory act = abi.encodeCall(IShops.changePayout, (NOWHERE, tokenPayout(payout)));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.expectRevert(abi.encodeWithSelector(IShops.Shops_UnknownShop.selector, NOWHERE));
        vm.prank(approver);
        programme.approveAct(actId, act);
    }

    function test_ChangePayout_WhenTwoDaysHaveNotPassed() public {
        bytes memory act = abi.encodeCall(IShops.changePayout, (shop, tokenPayout(otherPayout)));
        uint256 actId = proposeAct(programme, finance, act);
        uint256 readyAt = now_() + 2 days;
        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_TooEarly.selector, actId, readyAt));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(programme.shopOf(shop).payout.account, payout);
    }

    function test_ChangePayout_WhenThePayoutIsNoPayout() public {
        bytes memory act = abi.encodeCall(IShops.changePayout, (shop, tokenPayout(address(dollar))));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.expectRevert(_noPayout(IShops.PayoutMode.Token, address(dollar), 0));
        vm.prank(approver);
        programme.approveAct(actId, act);
    }

    function test_ChangePayout_WhenTwoDaysHavePassed() public {
        address newPayout = makeAddr("new payout");
        bytes memory act = abi.encodeCall(IShops.changePayout, (shop, tokenPayout(newPayout)));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.expectEmit(address(programme));
        emit IShops.PayoutChanged(shop, tokenPayout(newPayout));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(programme.shopOf(shop).payout.account, newPayout);
    }

    // --- authorise terminal

    function test_AuthoriseTerminal_WhenTheCallerIsNoCustodian() public {
        vm.expectRevert(_missing(Role.Custodian, finance));
        vm.prank(finance);
        programme.authoriseTerminal(key, shop, 1);
    }

    function test_AuthoriseTerminal_GivenTheShopIsUnknown() public {
        _refuseKey(key, NOWHERE, 1, abi.encodeWithSelector(IShops.Shops_UnknownShop.selector, NOWHERE));
    }

    function test_AuthoriseTerminal_GivenTheShopIsNotActive() public {
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        terms.isActive = false;
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
        _refuseKey(key, shop, 1, abi.encodeWithSelector(IShops.Shops_ShopNotActive.selector, shop));
    }

    function test_AuthoriseTerminal_WhenTheLimitIsAboveTheShops() public {
        bytes4 selector = IShops.Shops_LimitAboveShop.selector;
        uint64 limit = TERMINAL_LIMIT + 1;
        _refuseKey(key, shop, limit, abi.encodeWithSelector(selector, limit, TERMINAL_LIMIT));
    }

    function test_AuthoriseTerminal_WhenTheKeyIsKnownWasRevokedOrIsEmpty() public {
        bytes4 selector = IShops.Shops_TerminalKnown.selector;
        _refuseKey(terminal, shop, 1, abi.encodeWithSelector(selector, terminal));
        _refuseKey(terminal, otherShop, 1, abi.encodeWithSelector(selector, terminal));
        vm.prank(custodian);
        programme.revokeTerminal(terminal);
        _refuseKey(terminal, shop, 1, abi.encodeWithSelector(selector, terminal));
        _refuseKey(address(0), shop, 1, abi.encodeWithSelector(selector, address(0)));
    }

    function test_AuthoriseTerminal_WhenACustodianAuthorisesANewKey() public {
        vm.expectEmit(address(programme));
        emit IShops.TerminalAuthorised(key, otherShop, 123, custodian);
        vm.prank(custodian);
        programme.authoriseTerminal(key, otherShop, 123);
        IShops.Terminal memory stored = programme.terminalOf(key);
        assertTrue(stored.shop == otherShop);
        assertTrue(stored.status == IShops.TerminalStatus.Active);
        assertEq(stored.nextNumber, 1);
        assertEq(stored.limitPerCycle, 123);
    }

    // --- revoke terminal

    function test_RevokeTerminal_WhenTheCallerIsNeitherCustodianNorGuardian() public {
        vm.expectRevert(_missing(Role.Custodian, approver));
        vm.prank(approver);
        programme.revokeTerminal(terminal);
    }

    function test_RevokeTerminal_GivenTheTerminalIsUnknownOrRevoked() public {
        vm.startPrank(custodian);
        bytes4 selector = IShops.Shops_TerminalNotActive.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, key, IShops.TerminalStatus.Unknown));
        programme.revokeTerminal(key);
        programme.revokeTerminal(terminal);
        vm.expectRevert(abi.encodeWithSelector(selector, terminal, IShops.TerminalStatus.Revoked));
        programme.revokeTerminal(terminal);
    }

    function test_RevokeTerminal_WhenACustodianOrTheGuardianRevokes() public {
        vm.expectEmit(address(programme));
        emit IShops.TerminalRevoked(terminal, shop, custodian);
        vm.prank(custodian);
        programme.revokeTerminal(terminal);
        assertTrue(programme.terminalOf(terminal).status == IShops.TerminalStatus.Revoked);
        vm.expectEmit(address(programme));
        emit IShops.TerminalRevoked(otherTerminal, otherShop, guardian);
        vm.prank(guardian);
        programme.revokeTerminal(otherTerminal);
        assertTrue(programme.terminalOf(otherTerminal).status == IShops.TerminalStatus.Revoked);
    }

    // --- helpers

    function _refuseTerms(IShops.ShopTerms memory terms, bytes32 field) private {
        bytes memory act = abi.encodeCall(IShops.registerShop, (terms, tokenPayout(payout)));
        refuseFinanceAct(act, abi.encodeWithSelector(IShops.Shops_TermsInvalid.selector, field));
    }

    function _refusePayout(IShops.PayoutMode mode, address account, bytes32 bank) private {
        IShops.Payout memory wrong = IShops.Payout(mode, account, bank);
        bytes memory act = abi.encodeCall(IShops.registerShop, (shopTerms("SHOP-3"), wrong));
        refuseFinanceAct(act, _noPayout(mode, account, bank));
    }

    function _noPayout(
        IShops.PayoutMode mode,
        address account,
        bytes32 bank
    ) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IShops.Shops_PayoutInvalid.selector, mode, account, bank);
    }

    function _refuseKey(address key_, ShopId to, uint64 limit, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(custodian);
        programme.authoriseTerminal(key_, to, limit);
    }

    function _missing(Role role, address officer) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, officer);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDocumentRegistry} from "../../contracts/interfaces/IDocumentRegistry.sol";
import {DocumentRegistry} from "../../contracts/records/DocumentRegistry.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";

contract DocumentRegistryTest is ConsortiumTest {
    bytes32 private constant DOCUMENT = keccak256("a bank statement");
    bytes32 private constant SUBJECT = bytes32(uint256(0xa11ce));
    IDocumentRegistry.DocumentKind private constant KIND = IDocumentRegistry.DocumentKind.BankStatement;

    DocumentRegistry private registry;

    function setUp() public override {
        super.setUp();
        registry = new DocumentRegistry(consortium);
    }

    function test_Record_WhenTheHashIsEmpty() public {
        vm.expectRevert(IDocumentRegistry.DocumentRegistry_EmptyHash.selector);
        vm.prank(finance);
        registry.record(agency, 0, KIND, SUBJECT, "");
    }

    function test_Record_WhenTheCallerIsNoOfficerOfTheOrganisation() public {
        _expectNotAnOfficer(stranger);
        _expectNotAnOfficer(otherFinance);
        vm.prank(council);
        consortium.suspend(agency);
        _expectNotAnOfficer(finance);
    }

    function test_Record_WhenTheOrganisationRecordedItBefore() public {
        _record(agency, finance, "");
        vm.expectRevert(
            abi.encodeWithSelector(
                IDocumentRegistry.DocumentRegistry_AlreadyRecorded.selector,
                DOCUMENT,
                agency
            )
        );
        vm.prank(preparer);
        registry.record(agency, DOCUMENT, IDocumentRegistry.DocumentKind.Other, 0, "elsewhere");
    }

    function test_Record_WhenAnyOfficerRecords() public {
        vm.expectEmit(address(registry));
        emit IDocumentRegistry.DocumentRecorded(DOCUMENT, agency, SUBJECT, KIND, monitor, "ipfs://statement");
        _record(agency, monitor, "ipfs://statement");

        IDocumentRegistry.Record[] memory records = registry.recordsOf(DOCUMENT);
        assertEq(records.length, 1);
        assertTrue(records[0].organisation == agency);
        assertEq(records[0].officer, monitor);
        assertEq(records[0].recordedAt, block.timestamp);
        assertTrue(records[0].kind == KIND);
        assertEq(records[0].subject, SUBJECT);
        assertTrue(registry.isRecordedBy(DOCUMENT, agency));
        assertFalse(registry.isRecordedBy(DOCUMENT, otherAgency));
    }

    function test_Record_WhenAnotherOrganisationRecordsItToo() public {
        _record(otherAgency, otherFinance, "");
        skip(1 hours);
        _record(agency, finance, "");

        IDocumentRegistry.Record[] memory records = registry.recordsOf(DOCUMENT);
        assertEq(records.length, 2);
        assertTrue(records[0].organisation == otherAgency);
        assertTrue(records[1].organisation == agency);
        assertEq(records[1].recordedAt, records[0].recordedAt + 1 hours);
        assertTrue(registry.isRecordedBy(DOCUMENT, agency) && registry.isRecordedBy(DOCUMENT, otherAgency));
    }

    function test_RecordsOf_WhenNobodyRecordedTheDocument() public view {
        assertEq(registry.recordsOf(DOCUMENT).length, 0);
        assertFalse(registry.isRecordedBy(DOCUMENT, agency));
    }

    function _record(OrganisationId organisation, address officer, string memory uri) private {
        vm.prank(officer);
        registry.record(organisation, DOCUMENT, KIND, SUBJECT, uri);
    }

    function _expectNotAnOfficer(address caller) private {
        vm.expectRevert(
            abi.encodeWithSelector(IDocumentRegistry.DocumentRegistry_NotAnOfficer.selector, agency, caller)
        );
        vm.prank(caller);
        registry.record(agency, DOCUMENT, KIND, SUBJECT, "");
    }
}

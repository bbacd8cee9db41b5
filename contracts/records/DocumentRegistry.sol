// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IConsortium} from "../interfaces/IConsortium.sol";
import {IDocumentRegistry} from "../interfaces/IDocumentRegistry.sol";
import {OrganisationId} from "../types/Ids.sol";

/// @title Document registry
contract DocumentRegistry is IDocumentRegistry {
    IConsortium private immutable _CONSORTIUM;

    mapping(bytes32 hash => Record[]) private _records;
    mapping(bytes32 hash => mapping(OrganisationId organisation => bool)) private _isRecordedBy;

    constructor(IConsortium consortium) {
        _CONSORTIUM = consortium;
    }

    /// @inheritdoc IDocumentRegistry
    function record(
        OrganisationId organisation,
        bytes32 hash,
        DocumentKind kind,
        bytes32 subject,
        string calldata uri
    ) external {
        // check
        if (hash == 0) revert DocumentRegistry_EmptyHash();
        if (!_CONSORTIUM.isOfficer(organisation, msg.sender)) {
            revert DocumentRegistry_NotAnOfficer(organisation, msg.sender);
        }
        if (_isRecordedBy[hash][organisation]) revert DocumentRegistry_AlreadyRecorded(hash, organisation);

        // effect
        _isRecordedBy[hash][organisation] = true;
        _records[hash].push(Record(organisation, msg.sender, uint40(block.timestamp), kind, subject));
        emit DocumentRecorded(hash, organisation, subject, kind, msg.sender, uri);
    }

    /// @inheritdoc IDocumentRegistry
    function recordsOf(bytes32 hash) external view returns (Record[] memory) {
        return _records[hash];
    }

    /// @inheritdoc IDocumentRegistry
    function isRecordedBy(bytes32 hash, OrganisationId organisation) external view returns (bool) {
        return _isRecordedBy[hash][organisation];
    }
}

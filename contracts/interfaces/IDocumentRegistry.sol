// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";

/// @title Document registry: who recorded which file, and when
/// @notice Holds hashes only. A file that somebody drops on the verify page is hashed there (keccak256 of its bytes) and looked up.
/// Documents must not be guessable personal data: a hash of a short text with names is as good as the text.
interface IDocumentRegistry {
    enum DocumentKind {
        ControlSheet,
        Statement,
        BankStatement,
        Evidence,
        Assessment,
        Funding,
        Rationale,
        Other
    }

    /// @param subject What the document is about, e.g. a programme's address padded to 32 bytes; free for the recorder.
    /// @param recordedAt Unix seconds.
    struct Record {
        OrganisationId organisation;
        address officer;
        uint40 recordedAt;
        DocumentKind kind;
        bytes32 subject;
    }

    event DocumentRecorded(
        bytes32 indexed hash,
        OrganisationId indexed organisation,
        bytes32 indexed subject,
        DocumentKind kind,
        address officer,
        string uri
    );

    error DocumentRegistry_NotAnOfficer(OrganisationId organisation, address account);
    error DocumentRegistry_EmptyHash();
    /// @notice This organisation has already recorded this document.
    error DocumentRegistry_AlreadyRecorded(bytes32 hash, OrganisationId organisation);

    /// @notice Record a document for an organisation. Any officer of it. Emits {DocumentRecorded}.
    /// @param uri Where the organisation keeps the file; may be empty; must not contain personal data.
    function record(
        OrganisationId organisation,
        bytes32 hash,
        DocumentKind kind,
        bytes32 subject,
        string calldata uri
    ) external;

    /// @notice All records of a document, oldest first; empty when nobody recorded it.
    function recordsOf(bytes32 hash) external view returns (Record[] memory);

    /// @notice Whether the organisation has recorded this document.
    function isRecordedBy(bytes32 hash, OrganisationId organisation) external view returns (bool);
}

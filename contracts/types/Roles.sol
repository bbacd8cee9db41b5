// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @notice What an officer may do for an organisation. Preparer and Approver, and Finance and Approver, never meet in one address.
enum Role {
    None,
    Administrator,
    Preparer,
    Approver,
    Finance,
    Custodian,
    Monitor,
    Guardian
}

/// @notice What an organisation is in the consortium.
enum OrganisationKind {
    Agency,
    Partner,
    Donor,
    Monitor
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @notice Number of a member organisation of the consortium. Starts at 1; 0 means "none".
type OrganisationId is uint32;

/// @notice Number of an assistance cycle within one programme. Starts at 1; 0 means "none".
type CycleId is uint32;

/// @notice Number of a shop (retailer, cash agent or payment provider) within one programme. Starts at 1; 0 means "none".
type ShopId is uint32;

using {sameOrganisation as ==} for OrganisationId global;
using {sameCycle as ==, olderCycle as <} for CycleId global;
using {sameShop as ==} for ShopId global;

function sameOrganisation(OrganisationId a, OrganisationId b) pure returns (bool) {
    return OrganisationId.unwrap(a) == OrganisationId.unwrap(b);
}

function sameCycle(CycleId a, CycleId b) pure returns (bool) {
    return CycleId.unwrap(a) == CycleId.unwrap(b);
}

function olderCycle(CycleId a, CycleId b) pure returns (bool) {
    return CycleId.unwrap(a) < CycleId.unwrap(b);
}

function sameShop(ShopId a, ShopId b) pure returns (bool) {
    return ShopId.unwrap(a) == ShopId.unwrap(b);
}

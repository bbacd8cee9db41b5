// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {OrganisationId} from "../types/Ids.sol";
import {IDualControl} from "./IDualControl.sol";
import {IReturnableSource} from "./IReturnableSource.sol";

/// @title Donor fund: donors' money on its way to programmes and agreements
/// @notice A fund belongs to one organisation and holds one asset. All amounts are ledger units: the token's smallest unit, or for tokens
/// above 6 decimals their millionth.
///
/// *Pots.* Each contribution joins the pot of its earmark, a programme or agreement, or the unearmarked pot. A pot is a line of money: a
/// contribution stands in it from one place to another, places only grow, and money leaves it in the order in which it came.
///
/// *Allocations.* Two officers allocate money to a recipient, a programme or agreement of the consortium. It is taken from the recipient's own
/// pot first, then from the unearmarked one; what comes from two pots is two allocations. So whose money an allocation paid is an overlap
/// of two intervals in one pot ({overlap}), to the unit.
///
/// *Earmarks* are kept. Only when a recipient is closed, so that it can never take its money, two officers may release what is left in its pot to
/// the unearmarked one, after 14 days in which everybody can see it ({releaseEarmark}).
///
/// *Returns.* What a recipient gives back takes the tail of its latest allocations. It comes back into the pot that it had left, as a
/// contribution that names the allocation as its parent, and may be allocated and returned again.
///
/// Trust: contributions are final; nothing is paid to any address but recipients, not even back to a donor. The earmark says what money is
/// for, the two officers of {IDualControl} say when. The asset is a plain ERC-20; tokens that take a fee are refused, rebasing tokens
/// must not be used. While the organisation is suspended nobody can contribute, and only its trustee's officers allocate. A
/// reference is public for ever: it must not name or identify a person.
interface IDonorFund is IReturnableSource, IDualControl, IERC165 {
    /// @notice A contribution, or a return.
    /// @param donor Who gave it; the recipient that gave it back; zero for money that had come unasked ({acceptUnattributed}).
    /// @param earmark The programme or agreement that it is for; zero for none.
    /// @param from Place in its pot where it begins.
    /// @param to Place in its pot where it ends: `from` plus the amount.
    /// @param parent The allocation that it was a part of and came back from; zero for what donors gave.
    /// @param parentFrom Place in its parent's pot where it had begun before it left. Zero without a parent.
    struct Contribution {
        address donor;
        address earmark;
        uint128 from;
        uint128 to;
        uint32 parent;
        uint128 parentFrom;
    }

    /// @notice An allocation.
    /// @param earmark The pot that it was taken from: the recipient's own, or zero for the unearmarked one.
    /// @param from Place in its pot where it begins.
    /// @param to Place in its pot where it ends: `from` plus the amount.
    /// @param returned How much of its tail came back.
    struct Allocation {
        address recipient;
        address earmark;
        uint128 from;
        uint128 to;
        uint128 returned;
    }

    /// @notice The fund's books; each number only grows but `unbooked`. contributed + returned + unbooked = allocated + what it holds.
    /// @param contributed By donors, money accepted later included.
    /// @param returned Came back and stands in a pot again.
    /// @param allocated To recipients.
    /// @param unbooked Came back, but is not booked yet ({bookReturns}).
    struct Totals {
        uint128 contributed;
        uint128 returned;
        uint128 allocated;
        uint128 unbooked;
    }

    /// @notice A pot: what joined it, returns included, and what left it. Both only grow; the difference is there.
    struct Pot {
        uint128 contributed;
        uint128 allocated;
    }

    /// @notice Money came in and stands at `from` in the pot of `earmark`. `donor` is zero for money that had come unasked.
    event Contributed(
        uint32 indexed contributionId,
        address indexed donor,
        bytes32 indexed donorReference,
        address earmark,
        uint256 amount,
        uint256 from
    );
    /// @notice Money left the pot of `earmark`, where it had stood at `from`, and went to the recipient.
    event Allocated(
        uint32 indexed allocationId,
        address indexed recipient,
        bytes32 indexed allocationReference,
        address earmark,
        uint256 amount,
        uint256 from
    );
    /// @notice The tail of an allocation, which had stood at `parentFrom`, came back and stands at `from` in the same pot.
    event AllocationReturned(
        uint32 indexed contributionId,
        uint32 indexed allocationId,
        address indexed recipient,
        address earmark,
        uint256 amount,
        uint256 from,
        uint256 parentFrom
    );
    /// @notice What was left in the pot of a closed recipient, from `parentFrom` on, left it as the allocation and stands at `from` in the
    /// unearmarked pot. No tokens moved.
    event EarmarkReleased(
        uint32 indexed contributionId,
        uint32 indexed allocationId,
        address indexed recipient,
        uint256 amount,
        uint256 from,
        uint256 parentFrom,
        bytes32 document
    );
    /// @notice Tokens of the recipient arrived as a return; {AllocationReturned} tells how they were booked.
    event ReturnTaken(address indexed recipient, uint256 amount);
    /// @notice The recipient returned more than the fund had ever allocated to it: it stays unattributed.
    event ReturnUnattributed(address indexed recipient, uint256 amount);

    error DonorFund_SettingsInvalid(bytes32 field);
    error DonorFund_ZeroAmount();
    /// @notice The address is no programme and no agreement of the consortium.
    error DonorFund_RecipientUnknown(address recipient);
    /// @notice The programme or agreement is funded in another asset than the fund's.
    error DonorFund_OtherAsset(address recipient, address asset);
    /// @notice The tokens that moved are not the amount that was meant: the token takes a fee or misbehaves.
    error DonorFund_AmountDiffers(uint256 expected, uint256 moved);
    /// @notice The fund's organisation is suspended: nobody can contribute.
    error DonorFund_OrganisationSuspended(OrganisationId organisation);
    /// @notice The fund's asset is not wrapped ether.
    error DonorFund_TakesNoEther(address asset);
    /// @notice Ether comes in steps of this many wei, because the ledger unit is a millionth.
    error DonorFund_EtherNotInSteps(uint256 sent, uint256 step);
    /// @notice Another allocation was made since this one was proposed.
    error DonorFund_OtherAllocationId(uint32 next, uint32 expected);
    /// @notice What is earmarked for the recipient and what is unearmarked is less than this.
    error DonorFund_NotEnough(uint256 needed, uint256 available);
    /// @notice A part of what the recipient returned is not booked yet: {bookReturns} first.
    error DonorFund_ReturnsNotBooked(address recipient, uint256 amount);
    error DonorFund_NothingToBook(address recipient);
    /// @notice The recipient is not closed: what is earmarked for it stays so.
    error DonorFund_RecipientOpen(address recipient);
    error DonorFund_NothingEarmarked(address recipient);
    error DonorFund_NotEnoughUnattributed(uint256 needed, uint256 unattributed);

    /// @notice Give money from the caller, who has approved the tokens. Anyone.
    /// @dev Requirements: amount > 0; the organisation is not suspended; `earmark` is zero, or a programme or agreement of the consortium in
    /// the same asset; exactly the amount arrives. Emits {Contributed}.
    /// @param amount Ledger units.
    /// @param earmark The only recipient that the money may ever go to; zero for any.
    /// @param donorReference The donor's own reference, by which they find it again. Public: no personal data.
    function contribute(
        uint128 amount,
        address earmark,
        bytes32 donorReference
    ) external returns (uint32 contributionId);

    /// @notice {contribute} with a signed approval of the tokens (ERC-2612), in one transaction.
    /// @dev Where the allowance is there already, also because somebody else has sent the permit, the permit is left alone. A permit that is not
    /// good reverts with the token's own error.
    function contributeWithPermit(
        uint128 amount,
        address earmark,
        bytes32 donorReference,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint32 contributionId);

    /// @notice Give ether, which the fund wraps. Requires that the asset is wrapped ether and the ether whole ledger units; else like
    /// {contribute}.
    function contributeEther(
        address earmark,
        bytes32 donorReference
    ) external payable returns (uint32 contributionId);

    /// @notice Act (Finance, Approver): pay a recipient. Money that is earmarked for it goes first, then unearmarked money.
    /// @dev Requirements: `expectedId` is the next number, so that one proposal pays once; amount > 0; the recipient is a programme or
    /// agreement of the consortium in the same asset and has recorded the fund as a source; earmarked and unearmarked money suffice; its
    /// returns are booked; exactly the amount leaves. Emits {Allocated}, twice when money of both pots goes.
    /// @param allocationReference The organisation's own reference of the decision. Public.
    function allocate(
        uint32 expectedId,
        address recipient,
        uint128 amount,
        bytes32 allocationReference
    ) external;

    /// @notice Act (Finance, Approver): count tokens that came unasked as a contribution without a donor. Emits {Contributed}.
    /// @dev Requirements: amount > 0; that much is unattributed; `earmark` as in {contribute}.
    function acceptUnattributed(uint128 amount, address earmark, bytes32 donorReference) external;

    /// @notice Act (Finance, Approver; waits 14 days): let what is earmarked for a closed recipient join the unearmarked pot, as one contribution
    /// whose parent is an allocation that wholly came back. Emits {EarmarkReleased}.
    /// @dev Requirements: the recipient is closed; something is left in its pot.
    /// @param document keccak256 of the document by which it was decided, such as the donors' consent.
    function releaseEarmark(address recipient, bytes32 document) external;

    /// @notice Book what is left of a recipient's returns. Anyone. Needed only when one return undoes more than four allocations:
    /// four are booked at once. Emits {AllocationReturned}.
    function bookReturns(address recipient) external;

    /// @notice A contribution and its place in its pot; all zero when it is not there.
    function contributionOf(uint32 contributionId) external view returns (Contribution memory);

    /// @notice An allocation, its place in its pot and what came back of it; all zero when it is not there.
    function allocationOf(uint32 allocationId) external view returns (Allocation memory);

    /// @notice How much of a contribution went into an allocation, and how much of that came back.
    /// @dev A part that came back and was allocated again is in the overlap of the return and the later allocation.
    function overlap(
        uint32 contributionId,
        uint32 allocationId
    ) external view returns (uint256 allocated, uint256 returned);

    /// @notice The pot of an earmark; of zero, the unearmarked one.
    function potOf(address earmark) external view returns (Pot memory);

    /// @notice What could be allocated to the recipient now: earmarked for it, or unearmarked.
    function available(address recipient) external view returns (uint256 earmarked, uint256 unearmarked);

    /// @dev Adds up all pots: for reading.
    function totals() external view returns (Totals memory);

    /// @notice What the fund holds that is in no book: it came unasked. Whole ledger units.
    function unattributed() external view returns (uint256);

    /// @notice What the recipient returned that is not booked yet.
    function unbookedOf(address recipient) external view returns (uint256);

    /// @notice The number that the next contribution or return gets. The first is 1.
    function nextContributionId() external view returns (uint32);

    /// @notice The number that the next allocation gets. The first is 1.
    function nextAllocationId() external view returns (uint32);

    /// @notice Whose officers allocate.
    function organisation() external view returns (OrganisationId);

    /// @notice The ERC-20 that the fund holds.
    function asset() external view returns (address);

    /// @notice Tokens' smallest units in a ledger unit: 10^(decimals - 6) above 6 decimals, else 1.
    function assetScale() external view returns (uint256);

    /// @notice The fund's public name.
    function name() external view returns (string memory);
}

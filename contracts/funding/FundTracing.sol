// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IDonorFund} from "../interfaces/IDonorFund.sol";

/// @title The books of a donor fund: who gave what, where it stands, where it went
/// @notice Pots, the intervals that contributions and allocations are in them, and the returns that take allocations back from the last one
/// on. No tokens are moved here.
/// @dev Ledger units in 64 bits: 18 * 10^12 whole coins with 6 decimals over a fund's life. Slots are what a contribution and an allocation
/// cost, so everything is packed into few: an allocation of unearmarked money writes the head, the recipient's pot, and its own.
abstract contract FundTracing is IDonorFund {
    using SafeCast for uint256;

    /// @dev One slot, written by every contribution and allocation: how many there were, what the pots have together, and the unearmarked pot.
    struct Head {
        uint32 contributions;
        uint32 allocations;
        uint64 held;
        uint64 contributed;
        uint64 allocated;
    }

    /// @dev One slot: the pot of a recipient. `lastOpen` is its latest allocation that did not wholly come back; `number` is zero for addresses
    /// that were never a recipient.
    struct StoredPot {
        uint64 contributed;
        uint64 allocated;
        uint32 lastOpen;
        uint32 number;
        uint64 unbooked;
    }

    /// @dev Two slots. `earmark` is the number of a recipient, or zero.
    struct StoredContribution {
        address donor;
        uint64 parentFrom;
        uint32 earmark;
        uint32 parent;
        uint64 from;
        uint64 amount;
    }

    /// @dev One slot. `previous` is the allocation to the same recipient that is taken back after this one.
    struct StoredAllocation {
        uint32 recipient;
        uint32 previous;
        bool isEarmarked;
        uint64 from;
        uint64 amount;
    }

    /// @dev How many allocations one call takes back at most, so that no return is too long for a transaction, or too dear for who sends it.
    uint256 private constant RETURNS_AT_ONCE = 4;

    Head private _head;
    uint64 private _returned;
    uint64 private _unbooked;
    /// @dev By number less one.
    address[] private _recipients;
    mapping(address recipient => StoredPot) private _pots;
    mapping(uint256 contributionId => StoredContribution) private _contributions;
    mapping(uint256 allocationId => StoredAllocation) private _allocations;
    mapping(uint256 allocationId => uint64) private _returnedOf;

    /// @inheritdoc IDonorFund
    function contributionOf(uint32 contributionId) external view returns (Contribution memory) {
        StoredContribution memory c = _contributions[contributionId];
        address earmark = _recipientAt(c.earmark);
        return Contribution(c.donor, earmark, c.from, uint128(c.from) + c.amount, c.parent, c.parentFrom);
    }

    /// @inheritdoc IDonorFund
    function allocationOf(uint32 allocationId) external view returns (Allocation memory) {
        StoredAllocation memory a = _allocations[allocationId];
        address recipient = _recipientAt(a.recipient);
        address earmark = a.isEarmarked ? recipient : address(0);
        return Allocation(recipient, earmark, a.from, uint128(a.from) + a.amount, _returnedOf[allocationId]);
    }

    /// @inheritdoc IDonorFund
    function overlap(
        uint32 contributionId,
        uint32 allocationId
    ) external view returns (uint256 allocated, uint256 returned) {
        StoredContribution memory c = _contributions[contributionId];
        StoredAllocation memory a = _allocations[allocationId];
        if (c.earmark != (a.isEarmarked ? a.recipient : 0)) return (0, 0);
        uint256 to = uint256(a.from) + a.amount;
        allocated = _common(c, a.from, to);
        returned = _common(c, to - _returnedOf[allocationId], to);
    }

    /// @inheritdoc IDonorFund
    function potOf(address earmark) external view returns (Pot memory) {
        if (earmark == address(0)) return Pot(_head.contributed, _head.allocated);
        return Pot(_pots[earmark].contributed, _pots[earmark].allocated);
    }

    /// @inheritdoc IDonorFund
    function available(address recipient) external view returns (uint256 earmarked, uint256 unearmarked) {
        return (_earmarked(recipient), _unearmarked());
    }

    /// @inheritdoc IDonorFund
    function totals() external view returns (Totals memory t) {
        (uint256 joined, uint256 left) = (_head.contributed, _head.allocated);
        for (uint256 i = 0; i < _recipients.length; ++i) {
            StoredPot memory pot = _pots[_recipients[i]];
            (joined, left) = (joined + pot.contributed, left + pot.allocated);
        }
        return Totals(uint128(joined - _returned), _returned, uint128(left), _unbooked);
    }

    /// @inheritdoc IDonorFund
    function unbookedOf(address recipient) public view returns (uint256) {
        return _pots[recipient].unbooked;
    }

    /// @inheritdoc IDonorFund
    function nextContributionId() external view returns (uint32) {
        return _head.contributions + 1;
    }

    /// @inheritdoc IDonorFund
    function nextAllocationId() public view returns (uint32) {
        return _head.allocations + 1;
    }

    /// @dev What the books say that the fund holds, ledger units.
    function _held() internal view returns (uint256) {
        return uint256(_head.held) + _unbooked;
    }

    function _isRecipient(address account) internal view returns (bool) {
        return _pots[account].number != 0;
    }

    /// @dev Give an address its number. Requires that it has none.
    function _addRecipient(address account) internal {
        _recipients.push(account);
        _pots[account].number = _recipients.length.toUint32();
    }

    /// @dev Append to a pot. Requires that `earmark` is zero or a recipient.
    /// @return id Of the contribution.
    /// @return from Its place.
    function _append(
        address earmark,
        uint256 amount,
        address donor,
        uint32 parent,
        uint256 parentFrom
    ) internal returns (uint32 id, uint256 from) {
        Head storage head = _head;
        uint64 units = amount.toUint64();
        uint32 number;
        if (earmark == address(0)) {
            from = head.contributed;
            head.contributed += units;
        } else {
            StoredPot storage pot = _pots[earmark];
            from = pot.contributed;
            number = pot.number;
            pot.contributed += units;
        }
        id = ++head.contributions;
        head.held += units;
        // Places in a pot, so they fit.
        _contributions[id] = StoredContribution({
            donor: donor,
            parentFrom: uint64(parentFrom),
            earmark: number,
            parent: parent,
            from: uint64(from),
            amount: units
        });
    }

    /// @dev Take from the recipient's own pot, then from the unearmarked one. Emits {Allocated} for each.
    function _take(address recipient, uint256 amount, bytes32 allocationReference) internal {
        uint256 earmarked = _earmarked(recipient);
        uint256 all = earmarked + _unearmarked();
        if (amount > all) revert DonorFund_NotEnough(amount, all);

        uint256 own = Math.min(amount, earmarked);
        if (own > 0) _draw(recipient, recipient, own, allocationReference);
        if (amount > own) _draw(recipient, address(0), amount - own, allocationReference);
    }

    /// @dev Book what the recipient returned, from its latest allocation back: now `arrived` more than what waits.
    function _takeBack(address recipient, uint256 arrived) internal {
        StoredPot storage pot = _pots[recipient];
        uint256 waiting = pot.unbooked;
        uint256 left = waiting + arrived;
        uint32 open = pot.lastOpen;
        for (uint256 i = 0; i < RETURNS_AT_ONCE && left > 0 && open != 0; ++i) {
            uint256 part;
            (part, open) = _undo(recipient, open, left);
            left -= part;
        }
        pot.lastOpen = open;
        if (open == 0 && left > 0) {
            emit ReturnUnattributed(recipient, left);
            left = 0;
        }
        if (left == waiting) return;
        pot.unbooked = left.toUint64();
        _unbooked = (_unbooked - waiting + left).toUint64();
    }

    /// @dev Let what is left in a recipient's pot join the unearmarked one.
    function _release(address recipient, bytes32 document) internal {
        uint256 amount = _earmarked(recipient);
        if (amount == 0) revert DonorFund_NothingEarmarked(recipient);

        (uint32 allocationId, uint256 parentFrom) = _leave(recipient, recipient, amount, false);
        // What a pot has fits its counter.
        _returnedOf[allocationId] = uint64(amount);
        _returned += uint64(amount);
        (uint32 id, uint256 from) = _append(address(0), amount, recipient, allocationId, parentFrom);
        emit EarmarkReleased(id, allocationId, recipient, amount, from, parentFrom, document);
    }

    /// @dev One allocation from one pot. Requires that the pot has the amount.
    function _draw(address recipient, address earmark, uint256 amount, bytes32 allocationReference) private {
        (uint32 id, uint256 from) = _leave(recipient, earmark, amount, true);
        emit Allocated(id, recipient, allocationReference, earmark, amount, from);
    }

    /// @dev Take money off the front of a pot: of the recipient's own, or of the unearmarked one. Requires that it is there.
    /// @param isOpen Whether it can come back.
    /// @return id Of the allocation.
    /// @return from Its place.
    function _leave(
        address recipient,
        address earmark,
        uint256 amount,
        bool isOpen
    ) private returns (uint32 id, uint256 from) {
        Head storage head = _head;
        StoredPot storage own = _pots[recipient];
        (uint32 number, uint32 previous) = (own.number, own.lastOpen);
        uint64 units = uint64(amount);
        id = ++head.allocations;
        // unchecked: the pot has the amount, so what left it stays below what joined it, and the pots together hold it
        unchecked {
            head.held -= units;
            if (earmark == address(0)) {
                from = head.allocated;
                head.allocated += units;
            } else {
                from = own.allocated;
                own.allocated += units;
            }
        }
        if (isOpen) own.lastOpen = id;
        _allocations[id] = StoredAllocation({
            recipient: number,
            previous: previous,
            isEarmarked: earmark != address(0),
            from: uint64(from),
            amount: units
        });
    }

    /// @dev Take back the tail of an allocation, `most` at most.
    /// @return part What was taken.
    /// @return open The allocation to go on with: this one, or the previous one when nothing of it is left.
    function _undo(
        address recipient,
        uint32 allocationId,
        uint256 most
    ) private returns (uint256 part, uint32 open) {
        StoredAllocation memory a = _allocations[allocationId];
        uint256 rest = a.amount - _returnedOf[allocationId];
        part = Math.min(most, rest);
        open = part == rest ? a.previous : allocationId;
        uint256 parentFrom = uint256(a.from) + rest - part;
        address earmark = a.isEarmarked ? recipient : address(0);

        // No more than the allocation's amount, so it fits.
        _returnedOf[allocationId] += uint64(part);
        _returned += uint64(part);
        (uint32 id, uint256 from) = _append(earmark, part, recipient, allocationId, parentFrom);
        emit AllocationReturned(id, allocationId, recipient, earmark, part, from, parentFrom);
    }

    /// @dev What is in the recipient's pot.
    function _earmarked(address recipient) private view returns (uint256) {
        return _pots[recipient].contributed - _pots[recipient].allocated;
    }

    /// @dev What is in the unearmarked pot.
    function _unearmarked() private view returns (uint256) {
        return _head.contributed - _head.allocated;
    }

    /// @dev Zero for the number zero.
    function _recipientAt(uint32 number) private view returns (address) {
        return number == 0 ? address(0) : _recipients[number - 1];
    }

    /// @dev How much of a contribution stands between two places of its pot.
    function _common(StoredContribution memory c, uint256 from, uint256 to) private pure returns (uint256) {
        uint256 first = Math.max(c.from, from);
        uint256 last = Math.min(uint256(c.from) + c.amount, to);
        return last > first ? last - first : 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A donor fund as a treasurer with coins would keep it: every unit of money is a coin with a label that says which contribution it
/// belongs to. Pots are queues of coins; what a recipient got lies on its pile, the last on top. Nothing is added up, shared or
/// computed the way the contract does it.
abstract contract FifoModel {
    struct Given {
        uint32 contribution;
        uint32 allocation;
        address pot;
    }

    mapping(address pot => uint32[]) private _queue;
    mapping(address pot => uint256) private _served;
    mapping(address recipient => Given[]) private _pile;
    uint32[] private _hand;

    uint32 internal modelContributions;
    uint32 internal modelAllocations;
    uint256 internal modelUnattributed;
    mapping(address recipient => uint256) internal modelWaiting;
    /// @dev Whom an allocation went to, and of which pot.
    mapping(uint32 allocation => address) internal modelRecipient;
    mapping(uint32 allocation => address) internal modelPot;
    mapping(uint32 contribution => uint32) internal modelParent;
    /// @dev Coins of a contribution that went into an allocation, and of them those that came back.
    mapping(uint32 contribution => mapping(uint32 allocation => uint256)) internal went;
    mapping(uint32 contribution => mapping(uint32 allocation => uint256)) internal cameBack;
    /// @dev Coins whose donor had meant them for somebody else than they went to.
    uint256 internal strays;

    function modelContribute(address pot, uint256 amount) internal {
        uint32 id = ++modelContributions;
        for (uint256 i = 0; i < amount; ++i) _queue[pot].push(id);
    }

    function modelAvailable(address pot) internal view returns (uint256) {
        return _queue[pot].length - _served[pot];
    }

    function modelGiven(address recipient) internal view returns (uint256) {
        return _pile[recipient].length;
    }

    /// @dev Requires that the coins are there.
    function modelAllocate(address recipient, uint256 amount) internal {
        uint256 own = modelAvailable(recipient);
        if (own > amount) own = amount;
        _serve(recipient, recipient, own);
        _serve(recipient, address(0), amount - own);
    }

    /// @dev What comes back waits until it is booked; four allocations are booked at once.
    function modelReturn(address recipient, uint256 amount) internal {
        modelWaiting[recipient] += amount;
        modelBook(recipient);
    }

    /// @dev Coins come off the pile; those of one allocation come back together, in the order in which they had gone.
    function modelBook(address recipient) internal {
        Given[] storage pile = _pile[recipient];
        for (uint256 i = 0; i < 4 && modelWaiting[recipient] > 0 && pile.length > 0; ++i) {
            _takeBackOne(recipient, pile[pile.length - 1].allocation, pile[pile.length - 1].pot);
        }
        if (pile.length > 0) return;
        modelUnattributed += modelWaiting[recipient];
        modelWaiting[recipient] = 0;
    }

    /// @dev What is left in a recipient's queue joins the unearmarked one, as if it had gone and come back.
    function modelRelease(address recipient) internal {
        uint256 amount = modelAvailable(recipient);
        uint32 allocation = ++modelAllocations;
        (modelRecipient[allocation], modelPot[allocation]) = (recipient, recipient);
        uint32 id = ++modelContributions;
        modelParent[id] = allocation;
        for (uint256 i = 0; i < amount; ++i) {
            uint32 contribution = _queue[recipient][_served[recipient]++];
            ++went[contribution][allocation];
            ++cameBack[contribution][allocation];
            _queue[address(0)].push(id);
        }
    }

    function _takeBackOne(address recipient, uint32 allocation, address pot) private {
        Given[] storage pile = _pile[recipient];
        while (
            modelWaiting[recipient] > 0 && pile.length > 0 && pile[pile.length - 1].allocation == allocation
        ) {
            _hand.push(pile[pile.length - 1].contribution);
            ++cameBack[pile[pile.length - 1].contribution][allocation];
            pile.pop();
            --modelWaiting[recipient];
        }
        uint32 id = ++modelContributions;
        modelParent[id] = allocation;
        while (_hand.length > 0) {
            _queue[pot].push(id);
            _hand.pop();
        }
    }

    function _serve(address recipient, address pot, uint256 amount) private {
        if (amount == 0) return;
        uint32 id = ++modelAllocations;
        (modelRecipient[id], modelPot[id]) = (recipient, pot);
        for (uint256 i = 0; i < amount; ++i) {
            uint32 contribution = _queue[pot][_served[pot]++];
            _pile[recipient].push(Given(contribution, id, pot));
            ++went[contribution][id];
            if (pot != address(0) && pot != recipient) ++strays;
        }
    }
}

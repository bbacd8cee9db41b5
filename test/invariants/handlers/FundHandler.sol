// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IReturnableSource} from "../../../contracts/interfaces/IReturnableSource.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {FifoModel} from "../../contracts/support/FifoModel.sol";
import {Campaign} from "../support/Campaign.sol";
import {ProvenFund} from "../support/ProvenFund.sol";

/// @notice Donors give, officers allocate, programmes and an agreement-like recipient give back, the council suspends, the token's issuer
/// blocks, and a hostile one tries whatever there is. Officers are right mostly. A treasurer with labelled coins ({FifoModel}) keeps
/// the same books by hand; one coin is a ledger unit of a token with 18 decimals.
abstract contract FundHandler is ProvenFund, FifoModel, Campaign {
    struct Breaches {
        // somebody did what nobody may do alone, or without the role
        uint256 loneActs;
        // a contribution, allocation or release that had to be refused got through
        uint256 wrongActs;
        // another amount moved than was asked for
        uint256 wrongMoves;
    }

    Breaches internal breaches;
    address internal hostile = makeAddr("hostile");
    /// @dev Tokens that came unasked, smallest units, whole coins that were accepted taken off.
    uint256 internal unasked;
    /// @dev Coins that a recipient must have: allocated and from outside, less returned.
    mapping(address recipient => uint256) internal coinsOf;

    function setUp() public virtual override {
        super.setUp();
        startFund(address(new BlocklistToken(18)));
    }

    function giveMoney(uint256 seed) external oneRound {
        address by = [donor, otherDonor, hostile][_pick(seed, "donor", 3)];
        address earmark = [NONE, address(north), address(south), address(plain), NONE, hostile][
            _pick(seed, "earmark", 6)
        ];
        uint128 amount = uint128(_pick(seed, "amount", 24));
        if (!_isBlocked(by)) give(by, amount);
        bytes memory data = abi.encodeCall(IDonorFund.contribute, (amount, earmark, REFERENCE));
        if (!_send(by, address(fund), data)) return;
        _note("contribution");
        if (amount == 0 || earmark == hostile || consortium.isSuspended(agency)) ++breaches.wrongActs;
        modelContribute(earmark, amount);
    }

    /// @dev Tokens that nobody asked for, dust included.
    function donate(uint256 seed) external oneRound {
        uint256 tokens = 1 + _pick(seed, "tokens", 3 * scale);
        if (_isBlocked(address(fund))) return;
        BlocklistToken(address(asset)).mint(address(fund), tokens);
        unasked += tokens;
        ++done["donation"];
    }

    function allocateMoney(uint256 seed) external oneRound {
        // Mostly whom there is money for.
        address[5] memory all = [address(north), address(south), address(plain), address(plain), hostile];
        address to = all[_pick(seed, "to", 5)];
        if (modelAvailable(to) == 0) to = all[_pick(seed, "another", 5)];
        uint256 most = modelAvailable(to) + modelAvailable(NONE);
        uint128 amount = uint128(1 + _pick(seed, "amount", most + 1));
        uint256 before = asset.balanceOf(to);
        if (!_agree(address(fund), allocating(to, amount), seed)) return;
        _note("allocation");
        if (amount == 0 || amount > most || to == hostile || modelWaiting[to] > 0) {
            ++breaches.wrongActs;
            return;
        }
        if (asset.balanceOf(to) != before + amount * scale) ++breaches.wrongMoves;
        coinsOf[to] += amount;
        modelAllocate(to, amount);
    }

    function returnMoney(uint256 seed) external oneRound {
        address from = [address(north), address(plain), address(plain)][_pick(seed, "from", 3)];
        uint128 amount = uint128(_pick(seed, "amount", coinsOf[from] + 4));
        if (amount > coinsOf[from]) {
            if (_isBlocked(from)) return;
            fundFromOutside(from, amount - uint128(coinsOf[from]));
            coinsOf[from] = amount;
        }
        uint256 before = asset.balanceOf(address(fund));
        bool isDone =
            from == address(plain)
                ? _send(hostile, from, abi.encodeCall(plain.giveBack, (amount, address(fund))))
                : _agree(from, abi.encodeCall(IBudget.returnUnspent, (amount, address(fund))), seed);
        if (!isDone) return;
        _note("return");
        if (asset.balanceOf(address(fund)) != before + amount * scale) ++breaches.wrongMoves;
        coinsOf[from] -= amount;
        modelReturn(from, amount);
    }

    /// @dev Anybody books what waits.
    function bookReturns(uint256 seed) external oneRound {
        address from = [address(north), address(plain)][_pick(seed, "from", 2)];
        if (!_send(hostile, address(fund), abi.encodeCall(IDonorFund.bookReturns, (from)))) return;
        _note("booking");
        if (modelWaiting[from] == 0) ++breaches.wrongActs;
        modelBook(from);
    }

    function acceptMoney(uint256 seed) external oneRound {
        address earmark = [NONE, address(south), address(plain)][_pick(seed, "earmark", 3)];
        uint256 most = (unasked + modelUnattributed * scale) / scale;
        uint128 amount = uint128(_pick(seed, "amount", most + 2));
        if (!_agree(address(fund), accepting(amount, earmark), seed)) return;
        _note("acceptance");
        if (amount == 0 || amount > most) {
            ++breaches.wrongActs;
            return;
        }
        // The treasurer takes from either heap; only the sum is known.
        unasked = unasked + modelUnattributed * scale - amount * scale;
        modelUnattributed = 0;
        modelContribute(earmark, amount);
    }

    /// @dev Mostly before the recipient is closed.
    function releaseEarmark(uint256 seed) external oneRound {
        if (_pick(seed, "close", 12) == 0) plain.close();
        bytes memory act = releasing(address(plain));
        (bool isDone, bytes memory result) = _try(finance, address(fund), _proposing(act));
        if (!isDone) return;
        skip(14 days);
        uint256 left = modelAvailable(address(plain));
        uint256 actId = abi.decode(result, (uint256));
        if (!_send(approver, address(fund), abi.encodeCall(IDualControl.approveAct, (actId, act)))) return;
        _note("release");
        if (!plain.isClosed() || left == 0) ++breaches.wrongActs;
        modelRelease(address(plain));
    }

    /// @dev The council suspends the organisation, or more often reinstates it; the issuer unblocks everybody and blocks one, or mostly nobody.
    function disturb(uint256 seed) external oneRound {
        bool isSuspended = consortium.isSuspended(agency);
        bool isToBe = _pick(seed, "suspend", 8) == 0;
        vm.startPrank(council);
        if (isToBe && !isSuspended) consortium.suspend(agency);
        if (!isToBe && isSuspended) consortium.reinstate(agency);
        vm.stopPrank();
        address[4] memory accounts = [address(fund), address(north), donor, address(plain)];
        BlocklistToken token = BlocklistToken(address(asset));
        for (uint256 i = 0; i < 4; ++i) if (_isBlocked(accounts[i])) token.setBlocked(accounts[i], false);
        if (_pick(seed, "block", 4) == 0) token.setBlocked(accounts[_pick(seed, "account", 4)], true);
        ++done["disturbance"];
    }

    function attack(uint256 seed) external oneRound {
        if (!_isBlocked(hostile)) give(hostile, 3);
        bytes[9] memory calls = [
            abi.encodeCall(IReturnableSource.takeBack, (3)),
            abi.encodeCall(IDonorFund.allocate, (fund.nextAllocationId(), hostile, 1, DECISION)),
            abi.encodeCall(IDonorFund.allocate, (fund.nextAllocationId(), address(plain), 1, DECISION)),
            abi.encodeCall(IDonorFund.acceptUnattributed, (1, NONE, REFERENCE)),
            abi.encodeCall(IDonorFund.releaseEarmark, (address(north), "mine")),
            _proposing(allocating(address(plain), 1)),
            _proposing(releasing(address(plain))),
            abi.encodeCall(IDonorFund.contribute, (1, hostile, REFERENCE)),
            abi.encodeCall(IDonorFund.contributeEther, (NONE, REFERENCE))
        ];
        if (_send(hostile, address(fund), calls[_pick(seed, "call", 9)])) ++breaches.loneActs;
        bytes memory take = abi.encodeCall(IERC20.transferFrom, (address(fund), hostile, 1));
        if (_send(hostile, address(asset), take)) ++breaches.loneActs;

        // A proposal of an officer, restated by nobody else, or with other bytes.
        bytes memory act = allocating(address(south), 1);
        (bool isDone, bytes memory result) = _try(finance, address(fund), _proposing(act));
        if (!isDone) return;
        uint256 actId = abi.decode(result, (uint256));
        bytes memory other = _pick(seed, "bytes", 2) == 0 ? act : allocating(address(south), 2);
        address by = other.length > 0 && _pick(seed, "bytes", 2) == 0 ? finance : approver;
        if (_send(by, address(fund), abi.encodeCall(IDualControl.approveAct, (actId, other)))) {
            ++breaches.loneActs;
        }
        ++done["attack"];
    }

    /// @dev Finance proposes and an approver approves; now and then nobody but the proposer, or somebody without the role, does.
    function _agree(address target, bytes memory act, uint256 seed) private returns (bool isDone) {
        uint256 dice = _pick(seed, "officers", 12);
        bytes memory result;
        (isDone, result) = _try(dice == 0 ? hostile : finance, target, _proposing(act));
        if (!isDone) return false;
        if (dice == 0) ++breaches.loneActs;
        address second =
            dice == 1
                ? finance
                : dice == 2
                    ? hostile
                    : dice < 6
                        ? secondApprover
                        : approver;
        bytes memory approving = abi.encodeCall(
            IDualControl.approveAct,
            (abi.decode(result, (uint256)), act)
        );
        isDone = _send(second, target, approving);
        if (isDone && dice < 3) ++breaches.loneActs;
    }

    function _proposing(bytes memory act) private pure returns (bytes memory) {
        return abi.encodeCall(IDualControl.proposeAct, (act));
    }

    function _isBlocked(address account) private view returns (bool) {
        return BlocklistToken(address(asset)).isBlocked(account);
    }

    function _send(address by, address target, bytes memory data) private returns (bool isDone) {
        (isDone, ) = _try(by, target, data);
    }

    function _try(
        address by,
        address target,
        bytes memory data
    ) private returns (bool isDone, bytes memory result) {
        uint256 before = asset.balanceOf(address(plain));
        vm.prank(by);
        (isDone, result) = target.call(data);
        if (isDone) _walk(asset.balanceOf(address(plain)) > before);
    }

    /// @notice A number below `size` that depends on the seed and the word alone.
    function _pick(uint256 seed, bytes32 word, uint256 size) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, word))) % size;
    }
}

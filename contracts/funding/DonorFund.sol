// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Acts} from "../governance/Acts.sol";
import {DualControl} from "../governance/DualControl.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {IDonorFund} from "../interfaces/IDonorFund.sol";
import {IDualControl} from "../interfaces/IDualControl.sol";
import {IAgreementRegistry, IFundRecipient} from "../interfaces/IFundRecipient.sol";
import {IProgrammeFactory} from "../interfaces/IProgrammeFactory.sol";
import {IReturnableSource} from "../interfaces/IReturnableSource.sol";
import {IWrappedEther} from "../interfaces/IWrappedEther.sol";
import {OrganisationId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {FundTracing} from "./FundTracing.sol";

/// @title Donor fund
/// @dev What moves tokens is here, what the books say is in {FundTracing}. Not upgradeable: what a donor read is what holds.
contract DonorFund is FundTracing, DualControl, ReentrancyGuardTransient {
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @notice Where a fund looks who is a recipient, and what wraps ether on this chain (zero where nothing does).
    struct Surroundings {
        IConsortium consortium;
        IProgrammeFactory programmes;
        IAgreementRegistry agreements;
        address wrappedEther;
    }

    /// @dev Whoever gave the money has so long to see that its earmark is to go.
    uint40 private constant RELEASE_WAIT = 14 days;
    uint256 private constant LEDGER_DECIMALS = 6;
    uint256 private constant MOST_DECIMALS = 36;

    /// @inheritdoc IDonorFund
    OrganisationId public immutable organisation;
    /// @inheritdoc IDonorFund
    uint256 public immutable assetScale;
    /// @inheritdoc IDonorFund
    string public name;

    IERC20 private immutable _ASSET;
    IProgrammeFactory private immutable _PROGRAMMES;
    IAgreementRegistry private immutable _AGREEMENTS;
    address private immutable _WRAPPED_ETHER;

    constructor(
        Surroundings memory around,
        OrganisationId organisation_,
        address asset_,
        string memory name_
    ) Acts(around.consortium) {
        // Without officers the money could never leave: reverts for an organisation that does not exist.
        around.consortium.organisationOf(organisation_);
        if (address(around.programmes).code.length == 0) revert DonorFund_SettingsInvalid("programmes");
        if (address(around.agreements).code.length == 0) revert DonorFund_SettingsInvalid("agreements");
        if (asset_.code.length == 0) revert DonorFund_SettingsInvalid("asset");
        if (bytes(name_).length == 0) revert DonorFund_SettingsInvalid("name");
        uint256 decimals = IERC20Metadata(asset_).decimals();
        if (decimals > MOST_DECIMALS) revert DonorFund_SettingsInvalid("decimals");

        organisation = organisation_;
        assetScale = decimals > LEDGER_DECIMALS ? 10 ** (decimals - LEDGER_DECIMALS) : 1;
        name = name_;
        _ASSET = IERC20(asset_);
        _PROGRAMMES = around.programmes;
        _AGREEMENTS = around.agreements;
        _WRAPPED_ETHER = around.wrappedEther;
    }

    /// @inheritdoc IDonorFund
    function contribute(
        uint128 amount,
        address earmark,
        bytes32 donorReference
    ) external nonReentrant returns (uint32) {
        return _contribute(amount, earmark, donorReference);
    }

    /// @inheritdoc IDonorFund
    function contributeWithPermit(
        uint128 amount,
        address earmark,
        bytes32 donorReference,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant returns (uint32) {
        uint256 tokens = amount * assetScale;
        // Anybody can send a permit that they saw before we do; it would fail a second time, and the allowance is there then.
        if (_ASSET.allowance(msg.sender, address(this)) < tokens) {
            IERC20Permit(address(_ASSET)).permit(msg.sender, address(this), tokens, deadline, v, r, s);
        }
        return _contribute(amount, earmark, donorReference);
    }

    /// @inheritdoc IDonorFund
    function contributeEther(
        address earmark,
        bytes32 donorReference
    ) external payable nonReentrant returns (uint32 contributionId) {
        // check
        if (address(_ASSET) != _WRAPPED_ETHER) revert DonorFund_TakesNoEther(address(_ASSET));
        if (msg.value % assetScale != 0) revert DonorFund_EtherNotInSteps(msg.value, assetScale);

        // effect
        uint128 amount = (msg.value / assetScale).toUint128();
        contributionId = _book(amount, earmark, donorReference);

        // interaction: exactly as many tokens as ether must arrive
        uint256 before = _holding();
        IWrappedEther(_WRAPPED_ETHER).deposit{value: msg.value}();
        _requireMoved(msg.value, _holding() - before);
    }

    /// @inheritdoc IDonorFund
    function allocate(
        uint32 expectedId,
        address recipient,
        uint128 amount,
        bytes32 allocationReference
    ) external onlyAct nonReentrant {
        // check
        uint32 next = nextAllocationId();
        if (expectedId != next) revert DonorFund_OtherAllocationId(next, expectedId);
        if (amount == 0) revert DonorFund_ZeroAmount();
        _requireRecipient(recipient);
        // A later allocation must not be taken back in place of those that the return meant.
        uint256 unbooked = unbookedOf(recipient);
        if (unbooked > 0) revert DonorFund_ReturnsNotBooked(recipient, unbooked);

        // effect
        _take(recipient, amount, allocationReference);

        // interaction: exactly the amount must leave
        uint256 tokens = amount * assetScale;
        uint256 before = _holding();
        _ASSET.forceApprove(recipient, tokens);
        IFundRecipient(recipient).fund(amount, address(this));
        _requireMoved(tokens, before - _holding());
    }

    /// @inheritdoc IDonorFund
    function acceptUnattributed(
        uint128 amount,
        address earmark,
        bytes32 donorReference
    ) external onlyAct nonReentrant {
        // check
        if (amount == 0) revert DonorFund_ZeroAmount();
        _requireEarmark(earmark);
        uint256 there = unattributed();
        if (amount > there) revert DonorFund_NotEnoughUnattributed(amount, there);

        // effect
        (uint32 id, uint256 from) = _append(earmark, amount, address(0), 0, 0);
        emit Contributed(id, address(0), donorReference, earmark, amount, from);
    }

    /// @inheritdoc IDonorFund
    function releaseEarmark(address recipient, bytes32 document) external onlyAct {
        _requireRecipient(recipient);
        if (!IFundRecipient(recipient).isClosed()) revert DonorFund_RecipientOpen(recipient);
        _release(recipient, document);
    }

    /// @inheritdoc IReturnableSource
    function takeBack(uint128 amount) external nonReentrant {
        // check
        if (amount == 0) revert DonorFund_ZeroAmount();
        _requireRecipient(msg.sender);

        // effect
        emit ReturnTaken(msg.sender, amount);
        _takeBack(msg.sender, amount);

        // interaction
        _pull(amount);
    }

    /// @inheritdoc IDonorFund
    function bookReturns(address recipient) external nonReentrant {
        if (unbookedOf(recipient) == 0) revert DonorFund_NothingToBook(recipient);
        _takeBack(recipient, 0);
    }

    /// @inheritdoc IDonorFund
    function asset() external view returns (address) {
        return address(_ASSET);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IDonorFund).interfaceId ||
            interfaceId == type(IReturnableSource).interfaceId ||
            interfaceId == type(IDualControl).interfaceId ||
            interfaceId == type(IERC165).interfaceId;
    }

    /// @inheritdoc IDonorFund
    function unattributed() public view returns (uint256) {
        uint256 holding = _holding() / assetScale;
        uint256 held = _held();
        // Less than the books say: a token that takes holders' money away. There is nothing to attribute then.
        return holding > held ? holding - held : 0;
    }

    function _officersOf(bytes calldata act) internal view override returns (Officers memory) {
        bytes4 selector = bytes4(act);
        uint40 wait = selector == IDonorFund.releaseEarmark.selector ? RELEASE_WAIT : 0;
        bool isAct =
            wait > 0 ||
                selector == IDonorFund.allocate.selector ||
                selector == IDonorFund.acceptUnattributed.selector;
        if (!isAct) revert DualControl_NotAnAct(selector);
        return Officers(organisation, Role.Finance, Role.Approver, wait);
    }

    function _contribute(
        uint128 amount,
        address earmark,
        bytes32 donorReference
    ) private returns (uint32 contributionId) {
        contributionId = _book(amount, earmark, donorReference);
        _pull(amount);
    }

    /// @dev Checks and effects of a contribution by the caller.
    function _book(
        uint128 amount,
        address earmark,
        bytes32 donorReference
    ) private returns (uint32 contributionId) {
        // check
        if (amount == 0) revert DonorFund_ZeroAmount();
        if (_CONSORTIUM.isSuspended(organisation)) revert DonorFund_OrganisationSuspended(organisation);
        _requireEarmark(earmark);

        // effect
        uint256 from;
        (contributionId, from) = _append(earmark, amount, msg.sender, 0, 0);
        emit Contributed(contributionId, msg.sender, donorReference, earmark, amount, from);
    }

    /// @dev Get tokens from the caller; exactly the amount must arrive.
    function _pull(uint128 amount) private {
        uint256 tokens = amount * assetScale;
        uint256 before = _holding();
        _ASSET.safeTransferFrom(msg.sender, address(this), tokens);
        _requireMoved(tokens, _holding() - before);
    }

    function _requireEarmark(address earmark) private {
        if (earmark != address(0)) _requireRecipient(earmark);
    }

    /// @dev Reverts unless the address is a programme or agreement of the consortium in this asset. That never changes, so it is asked once.
    function _requireRecipient(address recipient) private {
        if (_isRecipient(recipient)) return;
        if (!_PROGRAMMES.isProgramme(recipient) && !_AGREEMENTS.isAgreement(recipient)) {
            revert DonorFund_RecipientUnknown(recipient);
        }
        address itsAsset = IFundRecipient(recipient).asset();
        if (itsAsset != address(_ASSET)) revert DonorFund_OtherAsset(recipient, itsAsset);
        _addRecipient(recipient);
    }

    /// @dev Tokens that the fund holds, in the token's smallest unit.
    function _holding() private view returns (uint256) {
        return _ASSET.balanceOf(address(this));
    }

    /// @dev Reverts unless exactly the expected tokens moved, both in the token's smallest unit.
    function _requireMoved(uint256 expected, uint256 moved) private pure {
        if (moved != expected) revert DonorFund_AmountDiffers(expected, moved);
    }
}

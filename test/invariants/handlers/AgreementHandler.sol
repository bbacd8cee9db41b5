// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAdvances} from "../../../contracts/interfaces/IAdvances.sol";
import {IAgreementEnd} from "../../../contracts/interfaces/IAgreementEnd.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IDisputes} from "../../../contracts/interfaces/IDisputes.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementModel} from "../support/AgreementModel.sol";

/// @notice What the people of an agreement do, at random and in any order, and what a hostile one tries.
abstract contract AgreementHandler is AgreementModel {
    /// @dev The terms in force, encoded: structs of lists cannot be copied to storage.
    bytes private _latest;

    function setUp() public virtual override {
        super.setUp();
        _restart();
    }

    /// @notice Terms are offered and accepted: the first, or an amendment with other amounts, another payout, another quorum.
    function agreeTerms(uint256 seed) external oneRound {
        _agreeTerms(seed);
    }

    function _agreeTerms(uint256 seed) private {
        if (agreement.isClosed()) {
            _sendReturns(donor);
            _sendReturns(treasury);
            return _restart();
        }
        IAgreementTerms.Terms memory t = agreement.version() == 0 ? terms() : _amended(seed);
        bytes memory act = abi.encodeCall(IAgreementTerms.offerTerms, (t));
        if (!_act("offer", act, seed)) return;
        if (_isOneIn(seed, "drop", 8)) {
            bytes32 termsHash = agreement.hashTerms(t);
            _send(
                "dropped offer",
                partnerAdministrator,
                abi.encodeCall(IAgreementTerms.dropOffer, (termsHash, REASON))
            );
            return;
        }
        if (_send("terms", partnerAdministrator, abi.encodeCall(IAgreementTerms.acceptTerms, (t))))
            _latest = abi.encode(t);
    }

    function fundIt(uint256 seed) external oneRound {
        if (_isIdle()) _agreeTerms(seed);
        address source = _isOneIn(seed, "source", 3) ? treasury : donor;
        uint128 unfunded = agreement.money().unfunded;
        uint128 amount = _isOneIn(seed, "all", 2) ? unfunded : uint128(_pick(seed, "amount", 800 * USD));
        if (_isBlocked(source)) return;
        give(source, amount);
        allow(source, amount);
        _send("funding", source, abi.encodeCall(IEscrow.fund, (amount, source)));
    }

    function submitOne(uint256 seed) external oneRound {
        if (_isIdle()) _agreeTerms(seed);
        MilestoneId id = _one(seed, IMilestones.MilestoneState.Planned);
        uint128 amount = agreement.milestones() == 0 ? 0 : agreement.milestoneOf(id).amount;
        uint128 claimed = _isOneIn(seed, "part", 3) ? uint128(_pick(seed, "claimed", amount + 2)) : amount;
        bytes32 evidence = keccak256(abi.encode(seed));
        _send(
            "submission",
            partnerPreparer,
            abi.encodeCall(IMilestones.submitMilestone, (id, claimed, evidence, URI))
        );
    }

    function verifyOne(uint256 seed) external oneRound {
        address[4] memory monitors = [monitor, secondMonitor, thirdMonitor, hostile];
        MilestoneId id = _one(seed, IMilestones.MilestoneState.Submitted);
        bytes32 evidence = _evidence(id);
        address by = monitors[_pick(seed, "monitor", 4)];
        bool isBad = _isOneIn(seed, "finding", 6);
        bytes memory data =
            isBad
                ? abi.encodeCall(
                    IMilestones.returnMilestone,
                    (id, evidence, IMilestones.Finding.Other, REASON)
                )
                : abi.encodeCall(IMilestones.verifyMilestone, (id, evidence));
        _send(isBad ? bytes32("return") : bytes32("verification"), by, data);
    }

    function authoriseOne(uint256 seed) external oneRound {
        MilestoneId id = _one(seed, IMilestones.MilestoneState.Submitted);
        if (agreement.milestones() == 0) return;
        IMilestones.MilestoneView memory v = agreement.milestoneOf(id);
        bool isWhole = !_isOneIn(seed, "cut", 3) || v.claimed < 2;
        uint128 amount = isWhole ? v.claimed : uint128(1 + _pick(seed, "cut to", v.claimed - 1));
        IMilestones.Finding finding = isWhole ? IMilestones.Finding.None : IMilestones.Finding.AboveBudget;
        bytes memory data = abi.encodeCall(
            IMilestones.proposeAuthorisation,
            (id, v.evidence, amount, finding)
        );
        if (!_send("proposal", finance, data)) return;
        data = abi.encodeCall(IMilestones.authoriseMilestone, (id, v.evidence, amount, finding));
        if (_send("lone authorisation", _isOneIn(seed, "who", 2) ? finance : hostile, data)) {
            ++loneAuthorisations;
        }
        if (_isOneIn(seed, "forgets", 5)) return;
        _send("authorisation", approver, data);
    }

    function settleOne(uint256 seed) external oneRound {
        address by = _isOneIn(seed, "by", 2) ? hostile : partnerPreparer;
        if (_isOneIn(seed, "return", 3)) {
            _sendReturns(_isOneIn(seed, "source", 2) ? treasury : donor);
        } else {
            _send(
                "late payment",
                by,
                abi.encodeCall(IMilestones.payMilestone, (_one(seed, IMilestones.MilestoneState.Verified)))
            );
        }
    }

    function disputeOne(uint256 seed) external oneRound {
        address by = _isOneIn(seed, "agency", 4) ? approver : partnerAdministrator;
        MilestoneId id = _one(seed, IMilestones.MilestoneState.Returned);
        if (!_send("dispute", by, abi.encodeCall(IDisputes.disputeMilestone, (id, REASON)))) return;
        if (_isOneIn(seed, "open", 3)) return;
        if (_isOneIn(seed, "speaks", 2)) return _decide(id, seed);
        skip(ARBITER + 1);
        _send("default", hostile, abi.encodeCall(IDisputes.applyDefault, (id)));
    }

    function decideOne(uint256 seed) external oneRound {
        MilestoneId id = _one(seed, IMilestones.MilestoneState.Disputed);
        if (_isOneIn(seed, "default", 2)) {
            _send("default", hostile, abi.encodeCall(IDisputes.applyDefault, (id)));
        } else {
            _decide(id, seed);
        }
    }

    function accountForAdvance(uint256 seed) external oneRound {
        IAdvances.Advance memory a = agreement.advance();
        if (a.outstanding == 0) return _takeAdvance();
        uint128 amount =
            _isOneIn(seed, "part", 3) ? 1 + uint128(_pick(seed, "amount", a.outstanding)) : a.outstanding;
        if (amount > a.outstanding) amount = a.outstanding;
        if (_isOneIn(seed, "refund", 3) && !_isBlocked(payout)) {
            give(payout, amount);
            allow(payout, amount);
            _send("refund", payout, abi.encodeCall(IAdvances.refundAdvance, (a.milestone, amount)));
            return;
        }
        bytes32 evidence = keccak256(abi.encode(seed, "spent"));
        bytes memory data = abi.encodeCall(IAdvances.reportSpending, (a.milestone, amount, evidence, URI));
        if (!_send("report", partnerPreparer, data)) return;
        bool isWhole = !_isOneIn(seed, "cut", 4);
        IMilestones.Finding finding = isWhole ? IMilestones.Finding.None : IMilestones.Finding.Other;
        data = abi.encodeCall(
            IAdvances.acceptSpending,
            (a.milestone, evidence, isWhole ? amount : amount / 2, finding)
        );
        _act("accepted spending", data, seed);
    }

    function endIt(uint256 seed) external oneRound {
        uint256 dice = _pick(seed, "end", 8);
        if (_isOneIn(seed, "blocked", 2)) BlocklistToken(address(asset)).setBlocked(donor, true);
        if (dice == 0) _act("notice", abi.encodeCall(IAgreementEnd.giveNotice, (REASON)), seed);
        if (dice == 1) {
            _send(
                "notice",
                partnerAdministrator,
                abi.encodeCall(IAgreementEnd.giveNoticeAsPartner, (REASON))
            );
        }
        if (dice == 2) _send("withdrawn notice", approver, abi.encodeCall(IAgreementEnd.withdrawNotice, ()));
        if (dice == 3 || dice == 4)
            _send("termination", hostile, abi.encodeCall(IAgreementEnd.terminate, ()));
        if (dice == 5) _complete(seed);
        if (dice > 5) {
            uint128 excess = agreement.money().excess;
            _act("returned excess", abi.encodeCall(IEscrow.returnExcess, (excess)), seed);
        }
    }

    function passTime(uint256 seed) external oneRound {
        uint256[5] memory spans = [uint256(1 hours), 3 days, REVIEW + 1, ARBITER + 1, NOTICE];
        skip(spans[_pick(seed, "span", 5)]);
        // What the token does to people passes as well.
        address[4] memory people = [payout, otherPayout, donor, treasury];
        address one = people[_pick(seed, "one", 4)];
        BlocklistToken(address(asset)).setBlocked(one, _isOneIn(seed, "blocked", 4));
        if (_isOneIn(seed, "donation", 6)) {
            give(address(agreement), 3);
            flows[agreement].donated += 3;
            ++done["donation"];
        }
    }

    /// @notice The hostile one calls what is not theirs, as anybody at all but those who may.
    function attack(uint256 seed) external oneRound {
        address[5] memory thieves = [hostile, arbiter, monitor, partnerPreparer, finance];
        bytes memory offerOfOwn = abi.encodeCall(IAgreementTerms.acceptTerms, (terms()));
        bytes[8] memory tries = [
            abi.encodeCall(IEscrow.returnCredited, (donor)),
            abi.encodeCall(IEscrow.recordSource, (hostile, REASON)),
            abi.encodeCall(IEscrow.returnExcess, (1)),
            abi.encodeCall(IAgreementEnd.giveNotice, (REASON)),
            abi.encodeCall(IDualControl.approveAct, (1, "")),
            abi.encodeCall(IAgreementEnd.giveNoticeAsPartner, (REASON)),
            abi.encodeCall(IAgreementEnd.complete, ()),
            offerOfOwn
        ];
        // Finance may complete: it speaks for the agency.
        uint256 which = _pick(seed, "try", 8);
        address thief = thieves[_pick(seed, "thief", which == 6 ? 4 : 5)];
        if (_send("attack", thief, tries[which])) ++strangePayments;
        else ++done["refused attack"];
    }

    // --- helpers

    function _act(bytes32 kind, bytes memory act, uint256 seed) private returns (bool) {
        vm.prank(finance);
        (bool isProposed, bytes memory result) = address(agreement).call(
            abi.encodeCall(IDualControl.proposeAct, (act))
        );
        if (!isProposed) return false;
        uint256 actId = abi.decode(result, (uint256));
        bytes memory data = abi.encodeCall(IDualControl.approveAct, (actId, act));
        if (_send("lone act", _isOneIn(seed, "lone", 2) ? finance : hostile, data)) ++loneAuthorisations;
        // A new payout waits.
        if (bytes4(act) == IAgreementTerms.offerTerms.selector) skip(2 days);
        return _send(kind, approver, data);
    }

    function _decide(MilestoneId id, uint256 seed) private {
        if (agreement.milestones() == 0) return;
        IMilestones.MilestoneView memory v = agreement.milestoneOf(id);
        uint128 toPartner = uint128(_pick(seed, "split", uint256(v.claimed) - v.authorised + 1));
        bytes memory data = abi.encodeCall(IDisputes.decideDispute, (id, toPartner, REASON));
        _send("decision", _isOneIn(seed, "arbiter", 6) ? hostile : arbiter, data);
    }

    function _amended(uint256 seed) private view returns (IAgreementTerms.Terms memory t) {
        t = abi.decode(_latest, (IAgreementTerms.Terms));
        ++t.version;
        if (_isOneIn(seed, "wind up", 6)) return _woundUp(t);
        uint256 changed = _pick(seed, "changed", t.milestones.length);
        t.milestones[changed].amount =
            _isOneIn(seed, "cancel", 6) ? 0 : uint128(1 + _pick(seed, "new amount", 1_000 * USD));
        if (_isOneIn(seed, "payout", 4)) t.payout = t.payout == payout ? otherPayout : payout;
        if (_isOneIn(seed, "quorum", 4)) t.quorum = uint8(1 + _pick(seed, "new quorum", 3));
        if (t.milestones.length < 8 && _isOneIn(seed, "more", 3)) {
            IAgreementTerms.MilestoneTerms[] memory longer = new IAgreementTerms.MilestoneTerms[](
                t.milestones.length + 1
            );
            for (uint256 i = 0; i < t.milestones.length; ++i) longer[i] = t.milestones[i];
            longer[t.milestones.length] = planned(
                IAgreementTerms.MilestoneKind(_pick(seed, "kind", 3)),
                uint128(1 + _pick(seed, "amount", 500 * USD))
            );
            t.milestones = longer;
        }
    }

    /// @dev Both sides give up what is open and not paid, and complete.
    function _complete(uint256 seed) private {
        if (agreement.version() == 0) return;
        for (uint32 i = 1; i <= agreement.milestones(); ++i) {
            MilestoneId id = MilestoneId.wrap(i);
            bytes memory data = abi.encodeCall(
                IMilestones.returnMilestone,
                (id, _evidence(id), IMilestones.Finding.Other, REASON)
            );
            _send("return", approver, data);
            _send("decision", arbiter, abi.encodeCall(IDisputes.decideDispute, (id, 0, REASON)));
        }
        IAgreementTerms.Terms memory t = abi.decode(_latest, (IAgreementTerms.Terms));
        ++t.version;
        t = _woundUp(t);
        bytes memory act = abi.encodeCall(IAgreementTerms.offerTerms, (t));
        if (!_act("offer", act, seed)) return;
        if (!_send("terms", partnerAdministrator, abi.encodeCall(IAgreementTerms.acceptTerms, (t)))) return;
        _latest = abi.encode(t);
        IAdvances.Advance memory a = agreement.advance();
        if (a.outstanding > 0 && !_isBlocked(payout)) {
            give(payout, a.outstanding);
            allow(payout, a.outstanding);
            bytes memory data = abi.encodeCall(IAdvances.refundAdvance, (a.milestone, a.outstanding));
            _send("refund", payout, data);
        }
        _send("completion", approver, abi.encodeCall(IAgreementEnd.complete, ()));
    }

    /// @dev The first advance that is planned is asked for, in full, and authorised.
    function _takeAdvance() private {
        for (uint32 i = 1; i <= agreement.milestones(); ++i) {
            MilestoneId id = MilestoneId.wrap(i);
            IMilestones.MilestoneView memory v = agreement.milestoneOf(id);
            bool isPlanned = v.state == IMilestones.MilestoneState.Planned;
            if (!isPlanned || v.kind != IAgreementTerms.MilestoneKind.Advance) continue;
            bytes memory data = abi.encodeCall(IMilestones.submitMilestone, (id, v.amount, EVIDENCE, URI));
            if (!_send("submission", partnerPreparer, data)) return;
            IMilestones.Finding none = IMilestones.Finding.None;
            data = abi.encodeCall(IMilestones.proposeAuthorisation, (id, EVIDENCE, v.amount, none));
            _send("proposal", finance, data);
            data = abi.encodeCall(IMilestones.authoriseMilestone, (id, EVIDENCE, v.amount, none));
            _send("authorisation", approver, data);
            return;
        }
    }

    /// @dev What is not under way is not wanted any more, so that the agreement can be completed.
    function _woundUp(IAgreementTerms.Terms memory t) private view returns (IAgreementTerms.Terms memory) {
        for (uint32 i = 0; i < t.milestones.length; ++i) {
            IMilestones.MilestoneState state = agreement.milestoneOf(MilestoneId.wrap(i + 1)).state;
            bool isOpen =
                state == IMilestones.MilestoneState.Planned || state == IMilestones.MilestoneState.Returned;
            if (isOpen) t.milestones[i].amount = 0;
        }
        return t;
    }

    /// @dev The token takes the source back into its favour, and anyone sends what was refused.
    function _sendReturns(address source) private {
        BlocklistToken(address(asset)).setBlocked(source, false);
        _send("sent return", hostile, abi.encodeCall(IEscrow.sendReturn, (source)));
    }

    /// @dev A milestone in this state if there is one, any other if not.
    function _one(uint256 seed, IMilestones.MilestoneState state) private view returns (MilestoneId id) {
        uint32 count = agreement.milestones();
        if (count == 0) return WORK;
        uint32 start = uint32(_pick(seed, "milestone", count));
        for (uint32 i = 0; i < count; ++i) {
            id = MilestoneId.wrap(1 + ((start + i) % count));
            if (agreement.milestoneOf(id).state == state) return id;
        }
    }

    function _evidence(MilestoneId id) private view returns (bytes32) {
        return agreement.milestones() == 0 ? bytes32(0) : agreement.milestoneOf(id).evidence;
    }
}

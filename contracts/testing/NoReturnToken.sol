// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title A token whose transfers return nothing, like some of the oldest dollar tokens, for tests only
/// @notice Deliberately no ERC20: its functions have the names and parameters, but not the return values. Anyone mints it.
contract NoReturnToken {
    string public name = "No Return Token";
    string public symbol = "NORET";
    uint8 public immutable decimals;

    uint256 public totalSupply;
    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    constructor(uint8 decimals_) {
        decimals = decimals_;
    }

    /// @notice Make money out of nothing. Anyone.
    function mint(address to, uint256 amount) external {
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    /// @notice As in ERC-20, without the return value.
    function approve(address spender, uint256 value) external {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
    }

    /// @notice As in ERC-20, without the return value; reverts when there is not enough.
    function transfer(address to, uint256 value) external {
        _move(msg.sender, to, value);
    }

    /// @notice As in ERC-20, without the return value; reverts when there is not enough.
    function transferFrom(address from, address to, uint256 value) external {
        allowance[from][msg.sender] -= value;
        _move(from, to, value);
    }

    function _move(address from, address to, uint256 value) private {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
    }
}

// SPDX-License-Identifier: Apache-2.0
import { child, childrenOf, isNode, list, type Node, placeOf, typeOf } from "./ast.ts";
import type { Edit, Place } from "./edits.ts";

/** One small mistake, built into the code behind a switch. */
export interface Mutant {
  /** Switches the mistake on. */
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** The function or modifier that it is in. */
  readonly where: string;
  readonly operator: string;
  /** The code that it changes, in one line. */
  readonly code: string;
}

/** A source on its way to being mutated. */
export interface Draft {
  readonly file: string;
  readonly source: Buffer;
  readonly edits: Edit[];
}

/** Where mutants are numbered and written down. */
export interface Book {
  readonly mutants: Mutant[];
  /** Numbers of mutants that cannot be built in, e.g. because the function would have too many variables. */
  readonly leftOut: ReadonlySet<number>;
  /** The definition of a modifier, which may stand in another source. */
  readonly elsewhere: (definition: number) => { draft: Draft; node: Node } | undefined;
}

const SWAPPED: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "&": "|",
  "|": "&",
  "<<": ">>",
  ">>": "<<",
};
const NAMES: Readonly<Record<string, string>> = {
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "mod",
  "&": "and",
  "|": "or",
  "<<": "shl",
  ">>": "shr",
};
const UNSIGNED = /^uint\d+$/;
const PLAIN = new Set(["Identifier", "MemberAccess", "Literal", "IndexAccess"]);

/** The library that instrumented code calls: whether a mutant is on, and operators that have a mutant. */
export function switchLibrary(): string {
  const widths = Array.from({ length: 32 }, (_, index) => `uint${(index + 1) * 8}`);
  const operators = Object.entries(NAMES).flatMap(([sign, name]) => {
    const isComparison = /[<>]=?$/.test(sign) && !/<<|>>/.test(sign);
    return widths.flatMap((type) => {
      const second = sign === "<<" || sign === ">>" ? "uint256" : type;
      const result = isComparison ? "bool" : type;
      const head = `(uint256 k, ${type} a, ${second} b) internal view returns (${result})`;
      const body = `return on(k) ? a ${SWAPPED[sign]} b : a ${sign} b;`;
      return [
        `function ${name}_${type}${head} { ${body} }`,
        `function unchecked_${name}_${type}${head} { unchecked { ${body} } }`,
      ];
    });
  });
  return `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;
library MutantSwitch {
  function on(uint256 k) internal view returns (bool) {
    uint256 chosen = address(${SWITCH}).balance;
    if (chosen == ${RECORDING}) record(k);
    return chosen == k;
  }
  function record(uint256 k) private view {
    address recorder = ${RECORDER};
    assembly ("memory-safe") {
      let at := mload(0x40)
      mstore(at, k)
      pop(staticcall(gas(), recorder, at, 32, 0, 0))
    }
  }
  ${operators.join("\n  ")}
}
`;
}

/** Its balance is the number of the mutant that is on. */
export const SWITCH = "0x4d757461746564436F64655377697463680000A1";
/** With this balance no mutant is on, and the engine is told of each that is met. */
export const RECORDING = 2n ** 128n;
/** Where the engine listens when it measures coverage: it is told which mutants a test meets. */
const RECORDER = "0xc0bEc0BEc0BeC0bEC0beC0bEC0bEC0beC0beC0BE";

/** Writes every mutant of a function or modifier into its source. */
export function mutate(draft: Draft, book: Book, definition: Node): void {
  const where = String(definition.name || definition.kind);
  const add = (node: Place, operator: string): string => {
    const id = book.mutants.length + 1;
    const code = draft.source.subarray(node.start, node.end).toString("utf8").replace(/\s+/g, " ");
    const line = draft.source.subarray(0, node.start).toString("utf8").split("\n").length;
    book.mutants.push({ id, file: draft.file, line, where, operator, code: code.slice(0, 120) });
    return String(id);
  };
  const on = (id: string): string => (book.leftOut.has(Number(id)) ? "false" : `MutantSwitch.on(${id})`);
  const edit = (place: Place, write: Edit["write"]): void => {
    draft.edits.push({ ...place, write });
  };
  const around = (place: Place, write: (inner: string) => string): void =>
    edit(place, (inside) => write(inside(place)));

  const visit = (node: Node, isUnchecked: boolean): void => {
    if (node.nodeType === "InlineAssembly" || /TypeName$/.test(node.nodeType)) return;
    // The step of a loop is no statement with a semicolon, and a loop without one would not end.
    const parts = childrenOf(node).filter((each) => each !== node.loopExpression);
    for (const each of parts) visit(each, isUnchecked || node.nodeType === "UncheckedBlock");
    const place = placeOf(node);
    switch (node.nodeType) {
      case "IfStatement":
        visitIf(node);
        return;
      case "Conditional":
        negate(placeOf(child(node, "condition")), "condition negated");
        return;
      case "BinaryOperation":
        visitBinary(node, place, isUnchecked);
        return;
      case "UnaryOperation":
        if (node.operator === "!") negate(place, "! dropped");
        return;
      case "Return":
        visitReturn(node);
        return;
      case "Identifier":
        visitConstant(node, place);
        return;
      case "ExpressionStatement":
      case "EmitStatement":
        visitStatement(node, place);
    }
  };

  const negate = (place: Place, operator: string): void => {
    const id = add(place, operator);
    around(place, (inner) => `((${inner}) != ${on(id)})`);
  };

  const visitIf = (node: Node): void => {
    const place = placeOf(child(node, "condition"));
    const off = add(place, onlyReverts(child(node, "trueBody")) ? "check removed" : "condition is false");
    around(place, (inner) => `((${inner}) && !${on(off)})`);
    if (onlyReverts(child(node, "trueBody"))) return;
    const always = add(place, "condition is true");
    around(place, (inner) => `((${inner}) || ${on(always)})`);
  };

  const visitBinary = (node: Node, place: Place, isUnchecked: boolean): void => {
    const operator = String(node.operator);
    const operands = [
      placeOf(child(node, "leftExpression")),
      placeOf(child(node, "rightExpression")),
    ] as const;
    if (operator === "==" || operator === "!=") negate(place, `${operator} negated`);
    else if (operator === "&&" || operator === "||") dropOperands(operator, operands);
    else swapOperator(node, place, operands, isUnchecked);
  };

  const dropOperands = (operator: "&&" | "||", operands: readonly Place[]): void => {
    for (const side of operands) {
      const id = add(side, `operand of ${operator} dropped`);
      around(side, (inner) =>
        operator === "&&" ? `((${inner}) || ${on(id)})` : `((${inner}) && !${on(id)})`,
      );
    }
  };

  const swapOperator = (
    node: Node,
    place: Place,
    [left, right]: readonly [Place, Place],
    isUnchecked: boolean,
  ): void => {
    const operator = String(node.operator);
    const { typeString = "" } = (node.commonType ?? {}) as { typeString?: string };
    const isShift = operator === "<<" || operator === ">>";
    const type = isShift ? typeOf(child(node, "leftExpression")) : typeString;
    const name = NAMES[operator];
    if (name === undefined || node.function !== undefined || !UNSIGNED.test(type)) return;
    const id = add(place, `${operator} becomes ${SWAPPED[operator]}`);
    const call = `MutantSwitch.${isUnchecked ? "unchecked_" : ""}${name}_${type}`;
    edit(place, (inside) =>
      book.leftOut.has(Number(id))
        ? `(${inside(left)} ${operator} ${inside(right)})`
        : `${call}(${id}, ${inside(left)}, ${inside(right)})`,
    );
  };

  const visitReturn = (node: Node): void => {
    if (!isNode(node.expression)) return;
    const place = placeOf(node.expression);
    const type = typeOf(node.expression);
    if (type === "bool") {
      negate(place, "result negated");
      return;
    }
    if (!UNSIGNED.test(type)) return;
    const id = add(place, "result is zero");
    around(place, (inner) => `(${on(id)} ? ${type}(0) : (${inner}))`);
  };

  const visitConstant = (node: Node, place: Place): void => {
    const isConstant = /^[A-Z][A-Z0-9_]+$/.test(String(node.name));
    const type = typeOf(node);
    if (!isConstant || !UNSIGNED.test(type)) return;
    const id = add(place, "constant is one more");
    around(place, (inner) => `(${on(id)} ? ${type}(${inner} + 1) : ${inner})`);
  };

  const visitStatement = (node: Node, place: Place): void => {
    const end = draft.source.indexOf(";", place.end) + 1;
    const whole = { start: place.start, end };
    const call = node.nodeType === "EmitStatement" ? child(node, "eventCall") : child(node, "expression");
    if (isRequire(call)) {
      const condition = placeOf(list(call, "arguments")[0] ?? call);
      const id = add(condition, "check removed");
      around(condition, (inner) => `((${inner}) || ${on(id)})`);
      return;
    }
    swapArguments(call, whole);
    swapAssignment(call, whole);
    if (pointsToStorage(call)) return;
    const id = add(place, node.nodeType === "EmitStatement" ? "event removed" : "statement removed");
    around(whole, (inner) => `{ if (!${on(id)}) { ${inner} } }`);
  };

  const swapAssignment = (call: Node, whole: Place): void => {
    const operator = String(call.operator);
    const other = SWAPPED[operator.slice(0, -1)];
    if (call.nodeType !== "Assignment" || operator === "=" || other === undefined) return;
    const [left, right] = [placeOf(child(call, "leftHandSide")), placeOf(child(call, "rightHandSide"))];
    const id = add(placeOf(call), `${operator} becomes ${other}=`);
    edit(whole, (inside) => {
      const write = (sign: string): string => `${inside(left)} ${sign} ${inside(right)};`;
      return `{ if (${on(id)}) { ${write(`${other}=`)} } else { ${write(operator)} } }`;
    });
  };

  const swapArguments = (call: Node, whole: Place): void => {
    if (call.nodeType !== "FunctionCall") return;
    const given = list(call, "arguments");
    const at = given.findIndex((each, index) => {
      const next = given[index + 1];
      const isPlain = next !== undefined && PLAIN.has(each.nodeType) && PLAIN.has(next.nodeType);
      return (
        isPlain && typeOf(each) === typeOf(next) && /^(uint|address|bytes32|contract)/.test(typeOf(each))
      );
    });
    const [first, second] = [given[at], given[at + 1]];
    if (first === undefined || second === undefined) return;
    const [a, b] = [placeOf(first), placeOf(second)];
    const id = add(placeOf(call), "two arguments swapped");
    edit(whole, (inside) => {
      const [before, between, after] = [
        { start: whole.start, end: a.start },
        { start: a.end, end: b.start },
        { start: b.end, end: whole.end },
      ].map(inside);
      const [one, other] = [inside(a), inside(b)];
      const write = (x: string, y: string): string => `${before}${x}${between}${y}${after}`;
      return `{ if (${on(id)}) { ${write(other, one)} } else { ${write(one, other)} } }`;
    });
  };

  const removeModifier = (invocation: Node): void => {
    const name = child(invocation, "modifierName");
    const found = book.elsewhere(Number(name.referencedDeclaration));
    if (invocation.kind !== "modifierInvocation" || found === undefined) return;
    const id = add(placeOf(invocation), "modifier removed");
    const renamed = `${String(found.node.name)}_${id}`;
    edit(placeOf(name), () => renamed);
    const { end } = placeOf(found.node);
    const body = placeOf(child(found.node, "body"));
    const cut = (from: number, to: number): string => found.draft.source.subarray(from, to).toString("utf8");
    const parameters = placeOf(child(found.node, "parameters"));
    const signature = parameters.end > parameters.start ? cut(parameters.start, parameters.end) : "()";
    const copy = `\nmodifier ${renamed}${signature} { if (${on(id)}) { _; } else ${cut(body.start, body.end)} }\n`;
    found.draft.edits.push({ start: end, end, write: () => copy });
  };

  for (const invocation of list(definition, "modifiers")) removeModifier(invocation);
  if (isNode(definition.body)) visit(definition.body, false);
}

function onlyReverts(body: Node): boolean {
  const statements = body.nodeType === "Block" ? list(body, "statements") : [body];
  return statements.length === 1 && statements[0]?.nodeType === "RevertStatement";
}

/** Whether a statement sets a reference to storage: without it the compiler refuses the function. */
function pointsToStorage(call: Node): boolean {
  const left = call.leftHandSide;
  return isNode(left) && /storage pointer|tuple\(/.test(typeOf(left));
}

function isRequire(call: Node): boolean {
  return call.nodeType === "FunctionCall" && (call.expression as Node | undefined)?.name === "require";
}

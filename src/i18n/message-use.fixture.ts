import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

/*
 * Which messages the product uses, found out by the compiler: every property of a text in `en/` that is read, taken
 * apart, indexed or handed on somewhere in the program.
 */

const root = join(import.meta.dirname, '..')
const english = join(import.meta.dirname, 'en') + sep
const frontFolders = ['app', 'pages', 'viewer', 'ui', 'i18n']

export interface MessageUse {
  /** Every message by its path: `common.units.days`. */
  readonly all: readonly string[]
  /** Those that nothing uses. */
  readonly unused: readonly string[]
}

/** Looks through the whole front end; takes some seconds. */
export function messageUse(): MessageUse {
  const program = createProgram()
  const checker = program.getTypeChecker()
  const messages = new Map<ts.Node, string>()
  for (const file of program.getSourceFiles()) if (isEnglish(file)) collect(file, messages)
  const used = new Set<ts.Node>()
  const look = lookFor(checker, used, new Set([...messages.values()].flatMap((path) => path.split('.'))))
  for (const file of program.getSourceFiles()) {
    // Texts come from nowhere else: whoever reads one names the room, or a type of it.
    if (file.fileName.startsWith(root) && !isEnglish(file) && /i18n|Messages|Words\b|Advice/.test(file.text))
      ts.forEachChild(file, look)
  }
  const all = [...messages.values()].sort()
  const unused = [...messages].filter(([node]) => !used.has(node)).map(([, path]) => path)
  return { all, unused: unused.sort() }
}

function frontFiles(): string[] {
  return frontFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|fixture)\.tsx?$/.test(name))
      .map((name) => join(root, folder, name)),
  )
}

/**
 * Packages but React are left out, and with them most of the work: what comes from them counts as `any`, and no text
 * comes from them.
 */
function createProgram(): ts.Program {
  const read = ts.readConfigFile(join(root, '../tsconfig.json'), ts.sys.readFile)
  const { options: base } = ts.parseJsonConfigFileContent(read.config, ts.sys, join(root, '..'))
  const options: ts.CompilerOptions = {
    ...base,
    noEmit: true,
    composite: false,
    incremental: false,
    declaration: false,
    emitDeclarationOnly: false,
    lib: ['lib.es2023.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      /^[.#]|^react(?:$|\/)/.test(text)
        ? ts.resolveModuleName(text, from, options, host)
        : { resolvedModule: undefined },
    )
  return ts.createProgram(frontFiles(), options, host)
}

function isEnglish(file: ts.SourceFile): boolean {
  return file.fileName.startsWith(english)
}

/** Properties of what a file exports, down to those that hold a text or make one. */
function collect(file: ts.SourceFile, messages: Map<ts.Node, string>): void {
  const walk = (object: ts.ObjectLiteralExpression, path: string): void => {
    for (const property of object.properties) {
      if (property.name === undefined) continue
      const own = `${path}.${property.name.getText(file)}`
      const value = ts.isPropertyAssignment(property) ? property.initializer : undefined
      if (value !== undefined && ts.isObjectLiteralExpression(value)) walk(value, own)
      else messages.set(property, own)
    }
  }
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !statement.modifiers?.some(isExport)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      // `en` and `pages` only put together what the other files hold.
      if (initializer === undefined || !ts.isObjectLiteralExpression(initializer)) continue
      if (/(?:index|pages)\.ts$/.test(relative(english, file.fileName))) continue
      walk(initializer, name.getText(file))
    }
  }
}

const isExport = ({ kind }: ts.ModifierLike): boolean => kind === ts.SyntaxKind.ExportKeyword

/** Marks what is used at a node and below. */
function lookFor(
  checker: ts.TypeChecker,
  used: Set<ts.Node>,
  names: ReadonlySet<string>,
): (node: ts.Node) => void {
  const mark = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) used.add(declaration)
  }
  const markAll = (type: ts.Type, depth = 0): void => {
    if (depth > 4) return
    for (const property of groupsIn(type).flatMap((group) => checker.getPropertiesOfType(group))) {
      mark(property)
      markAll(checker.getTypeOfSymbol(property), depth + 1)
    }
  }
  const markIndexed = (type: ts.Type, key: ts.Type): void => {
    const keys = (key.isUnion() ? key.types : [key]).map((one) =>
      one.isStringLiteral() || one.isNumberLiteral() ? String(one.value) : null,
    )
    if (keys.includes(null)) markAll(type)
    else for (const one of keys) mark(checker.getPropertyOfType(type, one ?? ''))
  }
  const look = (node: ts.Node): void => {
    // Types of styles are most of what a compiler has to do here, and no text is in them.
    if (ts.isCallExpression(node) && /^styled\b/.test(node.expression.getText())) return
    if (ts.isPropertyAccessExpression(node)) {
      if (names.has(node.name.text)) mark(checker.getSymbolAtLocation(node.name))
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText()
      if (names.has(name)) mark(checker.getPropertyOfType(checker.getTypeAtLocation(node.parent), name))
    } else if (ts.isElementAccessExpression(node)) {
      markIndexed(
        checker.getTypeAtLocation(node.expression),
        checker.getTypeAtLocation(node.argumentExpression),
      )
    }
    if (ts.isExpression(node) && isHandedOn(node, checker)) markAll(checker.getTypeAtLocation(node))
    ts.forEachChild(node, look)
  }
  return look
}

/** The groups of texts of ours a value may be, and not a text or a function that makes one. */
function groupsIn(type: ts.Type): readonly ts.Type[] {
  return (type.isUnion() ? type.types : [type]).filter(({ symbol }) =>
    symbol?.declarations?.some(
      (one) => ts.isObjectLiteralExpression(one) && one.getSourceFile().fileName.startsWith(english),
    ),
  )
}

const isTexts = (type: ts.Type): boolean => groupsIn(type).length > 0

/** A group of texts goes to something that knows them by another type: all of them may be read there. */
function isHandedOn(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node))
    return false
  const { parent } = node
  const isGiven =
    (ts.isCallExpression(parent) && parent.expression !== node) ||
    ts.isVariableDeclaration(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isJsxSpreadAttribute(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent)
  if (!isGiven) return false
  // What is taken out of it counts one by one; what a rest holds is handed on where that is.
  if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name)) return false
  if (!isTexts(checker.getTypeAtLocation(node))) return false
  if (ts.isSpreadAssignment(node.parent) || ts.isJsxSpreadAttribute(node.parent)) return true
  const wanted = checker.getContextualType(node)
  return wanted !== undefined && !isTexts(wanted)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/* Words that stand in a component are in one language for everybody. */

const root = join(import.meta.dirname, '..')

/** Attributes whose text is seen or read out. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'title',
])

const hasWord = (text: string): boolean => /[a-z]{3}|\p{Script=Han}/iu.test(text)

/** Each word of a source text that a reader would see, with the line it stands on. */
function bareWords(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX)
  const found: string[] = []
  const tell = (node: ts.Node, words: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    if (hasWord(words)) found.push(`${name}:${line + 1} ${words.trim()}`)
  }
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) tell(node, node.text)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(file)) && node.initializer !== undefined) {
      if (ts.isStringLiteral(node.initializer)) tell(node, node.initializer.text)
    }
    ts.forEachChild(node, look)
  }
  look(file)
  return found
}

function components(): readonly string[] {
  return ['app', 'pages', 'viewer', 'ui'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx') && !/\.(?:test|fixture)\.tsx$/.test(name))
      .map((name) => join(folder, name)),
  )
}

test('no component has words of its own', () => {
  const files = components()
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((name) => bareWords(name, readFileSync(join(root, name), 'utf8')))).toEqual([])
})

test('such words would be found', () => {
  const text = '<p title="Close it">{n} hosts <b aria-label={words.a}>✕</b> 主机</p>'
  expect(bareWords('x.tsx', text)).toEqual(['x.tsx:1 Close it', 'x.tsx:1 hosts', 'x.tsx:1 主机'])
})

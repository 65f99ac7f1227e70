/** What one status code is called, and what that means in one line. */
export interface CodeWords {
  readonly word: string
  readonly meaning: string
}

/** Words by wire code: numbers for the job platform, upper-case names for node-man. */
export type CodeTable = Readonly<Record<string, CodeWords>>

/** `null` or `undefined` says that upstream gave no code at all. */
export type Code = number | string | null | undefined

/** Looks a code up in one table; a code the table lacks still gets words, with its number. */
export interface CodeLookup {
  readonly word: (code: Code) => string
  readonly meaning: (code: Code) => string
}

export interface UnknownWords {
  readonly unknown: (code: string) => CodeWords
  readonly absent: CodeWords
}

/** Code tables grow upstream without notice, so a miss is normal and never an error (architecture, decision 7). */
export function codeLookup(table: CodeTable, words: UnknownWords): CodeLookup {
  const find = (code: Code): CodeWords => {
    if (code === null || code === undefined || code === '') return words.absent
    const key = String(code)
    return (Object.hasOwn(table, key) ? table[key] : undefined) ?? words.unknown(key)
  }
  return { word: (code) => find(code).word, meaning: (code) => find(code).meaning }
}

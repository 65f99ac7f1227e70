/** The forms of a counted noun; a language gives the ones it has, `other` always. */
export interface PluralForms {
  readonly one?: string
  readonly other: string
}

/**
 * Builds "1 host" / "2,000 hosts" for one language: the count is formatted, the form chosen by
 * Intl.PluralRules. `#` in a form stands for the number.
 */
export function plural(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) => {
    const form = rules.select(count) === 'one' ? (forms.one ?? forms.other) : forms.other
    return form.replaceAll('#', numbers.format(count))
  }
}

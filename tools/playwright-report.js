/* What `check.js` wants to know of a run of Playwright, out of its JSON. */

/** @returns {{ passed: number, failures: { name: string, message: string }[] }} */
export function ofPlaywright({ suites, stats, errors }) {
  const red = suites.flatMap((suite) => failuresIn(suite, []))
  return {
    passed: stats.expected + stats.flaky,
    failures: [...red, ...errors.map(({ message = '' }) => ({ name: 'outside of any story', message }))],
  }
}

function failuresIn({ title, suites = [], specs }, above) {
  const path = [...above, title]
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => ({
        name: [`[${projectName}] ${path[0]}`, ...path.slice(1), spec.title].join(' › '),
        message: results.at(-1)?.error?.message ?? '',
      })),
  )
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, path))]
}

/*
 * What `check.js` wants to know of a run of Vitest, as JSON in `JOBLENS_REPORTS`. The reporter that comes with it
 * keeps no error that belongs to no test: a run may fail of one, with every test green.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export default class {
  onTestRunEnd(modules, unhandledErrors) {
    const found = modules.map(ofModule)
    const report = {
      passed: found.reduce((sum, { passed }) => sum + passed, 0),
      failures: [...found.flatMap(({ failures }) => failures), ...unhandledErrors.map(unhandled)],
    }
    writeFileSync(join(process.env.JOBLENS_REPORTS, 'vitest.json'), JSON.stringify(report))
  }
}

function ofModule(module) {
  const name = `[${module.project.name}] ${module.relativeModuleId}`
  const tests = [...module.children.allTests()]
  const groups = [module, ...module.children.allSuites()].filter((group) => group.errors().length > 0)
  const red = tests.filter((test) => test.result().state === 'failed')
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failures: [
      ...groups.map((group) => failure([name, group.fullName], group.errors())),
      ...red.map((test) => failure([name, test.fullName], test.result().errors)),
    ],
  }
}

function failure(names, errors) {
  const message = errors[0]?.message ?? ''
  return { name: names.filter((name) => name !== undefined).join(' › '), message }
}

function unhandled({ message = '', VITEST_TEST_NAME: test, VITEST_TEST_PATH: path }) {
  return { name: ['outside of any test', path, test].filter(Boolean).join(' › '), message }
}

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { foreignLinks } from './pages/find/foreign-links.fixture.ts'
import { readJobInstanceUrl } from './pages/job-instance/url.ts'
import { readHistoryUrl } from './pages/job-instances/url.ts'
import { encode } from './pages/links/build-link.ts'
import { exampleBase, linkExamples } from './pages/links/link-examples.fixture.ts'
import { linkKinds } from './pages/links/link-kinds.ts'
import { readNodeManInstanceUrl } from './pages/node-man-instance/url.ts'
import { readNodeManJobUrl } from './pages/node-man-job/url.ts'
import { readNodeManJobsUrl } from './pages/node-man-jobs/url.ts'
import { readQuery } from './pages/step-instance/url.ts'

/*
 * Addresses are an interface: what docs/links.md promises is what the pages read and the programs in it write.
 */

const docs = readFileSync(join(import.meta.dirname, '../docs/links.md'), 'utf8')

/** Every page's reader, by its heading in the document. */
const readers: Readonly<Record<string, (search: string) => unknown>> = {
  'A step': (search) => {
    const { view, rail, transfers, part } = readQuery(search)
    return { ...view, ...part, rail, transfers }
  },
  'A job instance': readJobInstanceUrl,
  'Job instances of a scope': (search) => readHistoryUrl(new URLSearchParams(search)),
  'Node-man jobs': (search) => readNodeManJobsUrl(new URLSearchParams(search)),
  'A node-man job': (search) => readNodeManJobUrl(new URLSearchParams(search)),
  'One host of a node-man job': readNodeManInstanceUrl,
}
const pages = Object.entries(readers)

/** The parameters a page's table in the document names. */
function documented(heading: string): readonly string[] {
  const [, section = ''] = docs.split(`### ${heading}\n`)
  const [table = ''] = section.split('\n#')
  return [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name = '']) => name)
}

/** The parameters a page really looks at. */
function asked(read: (search: string) => unknown): ReadonlySet<string> {
  const names = new Set<string>()
  const { get } = URLSearchParams.prototype
  URLSearchParams.prototype.get = function spy(this: URLSearchParams, name) {
    names.add(name)
    return get.call(this, name)
  }
  try {
    read('?line=1')
    read('')
  } finally {
    URLSearchParams.prototype.get = get
  }
  return names
}

describe('the document', () => {
  test.each(pages)('%s: names every parameter that is read, and no other', (heading, read) => {
    expect(new Set(documented(heading))).toEqual(asked(read))
  })

  test.each(foreignLinks)('has the shape $shape', ({ shape }) => {
    const [, section = ''] = docs.split("## Other people's links\n")
    const [path = '', query = ''] = (shape.replace('!', '').split(', ')[0] ?? '').split('?')
    expect(section).toContain(path.replace('{ip-cloud-supplier}', '{instanceId}'))
    for (const name of query.match(/[a-z_]+(?=[=&#]|$)/gi) ?? []) expect(section).toContain(name)
  })
})

/** A value that each parameter accepts. */
const accepted: Readonly<Record<string, string>> = {
  ...{ executeCount: '1', retryCount: '1', batch: '2', host: '0:10.0.0.1', hosts: '1,2', line: '3-4' },
  ...{ anchor: 'abc12', find: 'x', 'find-as': 'cr', only: '1', others: '1', around: '3', least: 'error' },
  ...{ filter: '10.', status: '4', exit: '1', cloud: '0', tag: 't', log: 'none', straggler: 'slow' },
  ...{ group: 'result', shut: 'a', order: '-exit', selected: '1', q: 'x', sort: 'status', transfer: 'k' },
  ...{ show: 'overview', from: '17', to: '18', file: '/a', reason: 'r', step: '7', compare: 'week' },
  ...{ range: '24h', type: '1', launchMode: '2', operator: 'admin', name: 'x', ip: '10.0.0.1', id: '7' },
  ...{ page: '2', size: '100', runs: '7', task: '9' },
}
/** What would say the same in another way. */
const shadows: Readonly<Record<string, readonly string[]>> = {
  executeCount: ['retryCount'],
  range: ['from', 'to'],
}
const nonsense = ['\u0000%zz', '-1e9', 'x'.repeat(20_000)]

describe.each(pages)('%s', (heading, read) => {
  /** Everything there is, but what would stand in for `name`. */
  const fullFor = (name: string) =>
    new URLSearchParams(
      documented(heading)
        .filter((one) => !shadows[name]?.includes(one))
        .map((one) => [one, accepted[one] ?? '']),
    )
  const without = (name: string) => {
    const query = fullFor(name)
    query.delete(name)
    return query
  }

  test('every parameter says something', () => {
    for (const name of documented(heading)) {
      const isOfHistory = heading === 'Job instances of a scope'
      // The other names of an attempt and of an id; the second of two ends, one of which says nothing.
      if (name === 'retryCount' || (isOfHistory && /^(?:jobInstanceId|to)$/.test(name))) continue
      expect(read(`?${without(name)}`), name).not.toEqual(read(`?${fullFor(name)}`))
    }
  })

  test('a bad value is as if it were not there, and spoils nothing else', () => {
    for (const name of documented(heading)) {
      // Written while somebody types: it is cut, not left out.
      if (heading === 'Job instances of a scope' && name === 'q') continue
      // Texts of any length are in force.
      if (heading === 'A step' && /^(?:filter|hosts|q|shut)$/.test(name)) continue
      const absent = JSON.stringify(read(`?${without(name)}`))
      const answers = nonsense.map((value) => {
        const query = fullFor(name)
        query.set(name, value)
        return JSON.stringify(read(`?${query}`))
      })
      expect(answers, name).toContain(absent)
    }
  })
})

/** What a link of the table says, by the parameters of its query. */
const parts = linkExamples.map(({ link }) => {
  const { pathname, searchParams } = new URL(link, exampleBase)
  return { path: pathname, parameters: [...searchParams] }
})
const expected = linkExamples.map(({ link }) => `${exampleBase}${link}`)

describe('the programs in the document', () => {
  /** The block of a language. */
  const program = (language: string) =>
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(docs)?.[1] ?? `no program in ${language}`
  const lines = (command: string, args: readonly string[], input: string) =>
    spawnSync(command, args, { input, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } })
  const isThere = (command: string, flag: string) => spawnSync(command, [flag, 'exit 0']).error === undefined
  const instanceId = 'host|instance|host|1'

  test.skipIf(!isThere('sh', '-c'))('shell (needs sh)', () => {
    const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
    const calls = parts.map(({ path, parameters }) =>
      ['joblens_link', ...[exampleBase, path, ...parameters.flat(), 'q', ''].map(quote)].join(' '),
    )
    const { stdout, stderr } = lines('sh', [], [program('sh'), ...calls, `encode '${instanceId}'`].join('\n'))
    expect(stderr).toBe('')
    expect(stdout.split('\n')).toEqual([...expected, encode(instanceId)])
  })

  test.skipIf(!isThere('python3', '-c'))('Python (needs python3)', () => {
    const calls = parts.map(({ path, parameters }) => {
      const given = JSON.stringify({ ...Object.fromEntries(parameters), q: '' })
      return `print(joblens_link("${exampleBase}", "${path}", ${given}))`
    })
    const input = [program('python'), ...calls, `print(encode("${instanceId}"))`].join('\n')
    const { stdout, stderr } = lines('python3', ['-'], input)
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n')).toEqual([...expected, encode(instanceId)])
  })

  test('TypeScript', () => {
    const calls = parts.map(({ path, parameters }) => {
      const given = JSON.stringify({ ...Object.fromEntries(parameters), q: '' })
      return `console.log(joblensLink("${exampleBase}", "${path}", ${given}))`
    })
    const source = [program('ts'), ...calls, `console.log(encode("${instanceId}"))`].join('\n')
    const compiled = ts.transpileModule(source, {
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true },
    })
    expect(compiled.diagnostics).toEqual([])
    const { stdout, stderr } = lines(process.execPath, ['--input-type=module'], compiled.outputText)
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n')).toEqual([...expected, encode(instanceId)])
  })
})

describe('links of version 1', () => {
  test('the pages read out of them what was put in', () => {
    const said = linkExamples.map(({ kind, link }) => {
      const { search } = new URL(link, exampleBase)
      return read[kind](search)
    })
    expect(said).toMatchInlineSnapshot(`
      [
        {},
        {
          "executeCount": 1,
          "host": "0:10.0.0.1",
          "line": {
            "first": 120,
            "last": 140,
          },
        },
        {
          "host": "17",
          "search": {
            "contextLines": 0,
            "inverse": false,
            "isFiltering": false,
            "minSeverity": "error",
            "query": {
              "isRegex": false,
              "matchCase": true,
              "text": "exit (code) != 0 & 100% "失败"+*~",
              "wholeWord": false,
            },
          },
        },
        {
          "batch": 3,
        },
        {
          "host": "0:2001:db8::1",
          "line": {
            "first": 7,
            "last": 7,
          },
        },
        {
          "executeCount": 0,
          "host": "container:9",
          "line": {
            "first": 4,
            "last": 4,
          },
        },
        {
          "step": "20000000102",
        },
        {},
        {
          "name": "发布 demo",
          "operator": "admin",
          "range": {
            "kind": "preset",
            "preset": "24h",
          },
          "status": 4,
        },
        {
          "line": {
            "first": 5,
            "last": 9,
          },
          "stepIndex": 2,
        },
        {
          "search": {
            "contextLines": 0,
            "inverse": false,
            "isFiltering": false,
            "minSeverity": null,
            "query": {
              "isRegex": false,
              "matchCase": false,
              "text": "ERROR",
              "wholeWord": false,
            },
          },
        },
        {
          "ip": "10.0.0.1",
          "status": "FAILED",
        },
        {
          "operator": "admin",
        },
      ]
    `)
  })

  test('there is one of every kind', () => {
    expect(new Set(linkExamples.map(({ kind }) => kind))).toEqual(new Set(linkKinds))
  })
})

/** What is not as it would be without any query. */
function beyondDefaults(reader: (search: string) => unknown): (search: string) => unknown {
  const defaults = Object.entries(reader('') as object)
  return (search) =>
    Object.fromEntries(
      Object.entries(reader(search) as object).filter(
        ([name, value]) =>
          JSON.stringify(value) !== JSON.stringify(defaults.find(([one]) => one === name)?.[1]),
      ),
    )
}

const page = (heading: string) => beyondDefaults(readers[heading] ?? (() => ({})))
const read = {
  'step-instance': page('A step'),
  'job-instance': page('A job instance'),
  'job-instances': page('Job instances of a scope'),
  'node-man-instance': page('One host of a node-man job'),
  'node-man-job': page('A node-man job'),
  'node-man-jobs': page('Node-man jobs'),
}

/*
 * Who may import whom: the table of docs/architecture.md, machine-checked. `gates.test.ts` plants a violation of
 * each kind and expects red, since a checker that looks at nothing is green too.
 */
const mayImport = {
  contract: [],
  log: [],
  i18n: [],
  ui: [],
  viewer: ['log', 'ui', 'i18n'],
  api: ['contract', 'log'],
  pages: ['contract', 'api', 'viewer', 'ui', 'i18n'],
  app: ['pages', 'api', 'ui', 'i18n'],
  gateway: ['contract'],
  sandbox: [],
}
const tests = '\\.(test|fixture)\\.tsx?$'

const folderRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-${allowed.length === 0 ? 'itself' : allowed.join('-')}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: tests },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'front-door-only',
      comment: 'A folder is entered through its index.ts (pages: one index.ts each).',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: tests },
      to: {
        path: '^src/([^/]+)/',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.tsx?$', '^src/pages/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'pages-do-not-import-pages',
      comment: 'Files directly in src/pages are parts that several pages share.',
      severity: 'error',
      from: { path: '^src/pages/([^/]+)/' },
      to: { path: '^src/pages/[^/]+/', pathNot: '^src/pages/$1/' },
    },
    {
      name: 'log-and-sandbox-need-no-packages',
      severity: 'error',
      from: { path: '^src/(log|sandbox)/', pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'contract-needs-zod-only',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'no-dev-packages-in-source',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-worker-starts-a-worker',
      comment: 'In a worker of Firefox `new Worker` now and then never returns.',
      severity: 'error',
      from: { path: '\\.worker\\.ts$' },
      to: { reachable: true, path: '^src/api/(log|search)-worker\\.ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^node_modules/.*/dist|^dist' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}

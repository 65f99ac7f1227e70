import { expect, test } from 'vitest'
import { type Config, readConfig } from './config.ts'

const app = { JOBLENS_APP_CODE: 'joblens', JOBLENS_APP_SECRET: 's3cret-value' }
const jobUrl = 'https://bkapi.example.com/api/bk-job/prod'
const nodeManUrl = 'https://bkapi.example.com/api/bk-nodeman/prod'
const paas = {
  BKPAAS_APP_ID: 'paas-app',
  BKPAAS_APP_SECRET: 'paas-secret',
  BK_API_URL_TMPL: 'https://bkapi.example.com/api/{api_name}/',
}

function configOf(environment: Record<string, string>): Config {
  const result = readConfig(environment)
  if (!result.ok) throw new Error(result.mistakes.join('\n'))
  return result.config
}

function mistakesOf(environment: Record<string, string>): readonly string[] {
  const result = readConfig(environment)
  return result.ok ? [] : result.mistakes
}

/** `job`, `nodeMan` as short words: generation or api, with the address; null = off. */
function upstreams(environment: Record<string, string>) {
  const { job, nodeMan } = configOf(environment)
  return [
    job && (job.sandbox ? 'sandbox' : `${job.generation} ${job.baseUrl}`),
    nodeMan && (nodeMan.sandbox ? 'sandbox' : `${nodeMan.api} ${nodeMan.baseUrl} ${nodeMan.logPath}`),
  ]
}

test('nothing set means the sandbox, on 127.0.0.1:5000, at the root', () => {
  const config = configOf({})
  expect([config.job?.sandbox, config.nodeMan?.sandbox]).toEqual([true, true])
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 5000,
    basePath: '/',
    userCookie: 'bk_token',
    actAs: null,
    links: { login: null, jobWeb: null, nodeManWeb: null, apply: null },
    frameAncestors: [],
    hstsSeconds: null,
    upstreamTimeZone: 'Asia/Shanghai',
  })
})

const gen2 = '/api/job/{pk}/log/'
test.each<[string, Record<string, string>, (string | null)[]]>([
  ['only where to listen', { HOST: '0.0.0.0', PORT: '80' }, ['sandbox', 'sandbox']],
  ['blank variables', { JOBLENS_JOB_API: ' ', JOBLENS_JOB_URL: '' }, ['sandbox', 'sandbox']],
  ['the sandbox by name', { JOBLENS_JOB_API: 'sandbox' }, ['sandbox', 'sandbox']],
  ['one switched off', { JOBLENS_NODEMAN_API: 'off' }, ['sandbox', null]],
  ['both switched off', { JOBLENS_JOB_API: 'off', JOBLENS_NODEMAN_API: 'off' }, [null, null]],
  [
    'only a real job platform',
    { ...app, JOBLENS_JOB_API: 'gateway-v3', JOBLENS_JOB_URL: `${jobUrl}/` },
    [`gateway-v3 ${jobUrl}`, null],
  ],
  [
    'only a real node-man',
    { ...app, JOBLENS_NODEMAN_API: 'gateway', JOBLENS_NODEMAN_URL: nodeManUrl },
    [null, `gateway ${nodeManUrl} ${gen2}`],
  ],
  [
    'real job platform, node-man from the sandbox, because it was asked for',
    { ...app, JOBLENS_JOB_API: 'gateway-v4', JOBLENS_JOB_URL: jobUrl, JOBLENS_NODEMAN_API: 'sandbox' },
    [`gateway-v4 ${jobUrl}`, 'sandbox'],
  ],
  [
    'ESB for both',
    {
      ...app,
      JOBLENS_JOB_API: 'esb',
      JOBLENS_NODEMAN_API: 'esb',
      BK_COMPONENT_API_URL: 'https://paas.example.com/',
    },
    ['esb https://paas.example.com', `esb https://paas.example.com ${gen2}`],
  ],
  [
    'the first generation of node-man paths',
    {
      ...app,
      JOBLENS_NODEMAN_API: 'gateway',
      JOBLENS_NODEMAN_URL: nodeManUrl,
      JOBLENS_NODEMAN_LOG_PATH: '/open/api/job/{id}/log/',
    },
    [null, `gateway ${nodeManUrl} /open/api/job/{id}/log/`],
  ],
  ['what PaaS injects is enough', paas, [`gateway-v3 ${jobUrl}`, `gateway ${nodeManUrl} ${gen2}`]],
  [
    'what PaaS injects, with the other placeholder, and a chosen generation',
    {
      ...paas,
      BK_API_URL_TMPL: 'https://{gateway_name}.bkapi.example.com',
      JOBLENS_JOB_API: 'gateway-v4-ip-log',
    },
    [
      'gateway-v4-ip-log https://bk-job.bkapi.example.com/prod',
      `gateway https://bk-nodeman.bkapi.example.com/prod ${gen2}`,
    ],
  ],
  [
    'an old PaaS that only knows ESB',
    { BKPAAS_APP_ID: 'a', BKPAAS_APP_SECRET: 'b', BK_COMPONENT_API_URL: 'http://paas.example.com' },
    ['esb http://paas.example.com', `esb http://paas.example.com ${gen2}`],
  ],
  [
    'our own address before the template',
    { ...paas, JOBLENS_JOB_URL: 'http://other.example.com/x/stag' },
    ['gateway-v3 http://other.example.com/x/stag', `gateway ${nodeManUrl} ${gen2}`],
  ],
])('upstreams: %s', (_name, environment, expected) => {
  expect(upstreams(environment)).toEqual(expected)
})

test.each<[string, Record<string, string>, string[]]>([
  [
    'only the kind of API',
    { JOBLENS_JOB_API: 'gateway-v3' },
    [
      'JOBLENS_APP_CODE (or BKPAAS_APP_ID)',
      'JOBLENS_APP_SECRET (or BKPAAS_APP_SECRET)',
      'JOBLENS_JOB_URL (or BK_API_URL_TMPL)',
    ],
  ],
  [
    'no secret',
    { JOBLENS_JOB_API: 'esb', JOBLENS_JOB_URL: 'https://esb.example.com', JOBLENS_APP_CODE: 'x' },
    ['JOBLENS_APP_SECRET (or BKPAAS_APP_SECRET)'],
  ],
  ['an address but no kind of API', { ...app, JOBLENS_JOB_URL: jobUrl }, ['JOBLENS_JOB_API']],
  [
    'ESB without its address',
    { ...app, JOBLENS_NODEMAN_API: 'esb' },
    ['JOBLENS_NODEMAN_URL (or BK_COMPONENT_API_URL)'],
  ],
  [
    'a node-man path alone',
    { JOBLENS_NODEMAN_LOG_PATH: gen2, JOBLENS_JOB_API: 'off' },
    [
      'JOBLENS_NODEMAN_API',
      'JOBLENS_APP_CODE (or BKPAAS_APP_ID)',
      'JOBLENS_APP_SECRET (or BKPAAS_APP_SECRET)',
    ],
  ],
  [
    'an app identity alone',
    app,
    ['JOBLENS_JOB_API or JOBLENS_NODEMAN_API', 'JOBLENS_JOB_URL or JOBLENS_NODEMAN_URL (or BK_API_URL_TMPL)'],
  ],
  [
    'a template without the identity',
    { BK_API_URL_TMPL: paas.BK_API_URL_TMPL },
    ['JOBLENS_APP_CODE (or BKPAAS_APP_ID)', 'JOBLENS_APP_SECRET (or BKPAAS_APP_SECRET)'],
  ],
  [
    'both upstreams half set',
    { JOBLENS_JOB_API: 'gateway-v4', JOBLENS_NODEMAN_API: 'gateway', JOBLENS_APP_CODE: 'x' },
    [
      'JOBLENS_APP_SECRET (or BKPAAS_APP_SECRET)',
      'JOBLENS_JOB_URL (or BK_API_URL_TMPL)',
      'JOBLENS_NODEMAN_URL (or BK_API_URL_TMPL)',
    ],
  ],
])('half set is never the sandbox: %s', (_name, environment, missing) => {
  const mistakes = mistakesOf(environment)
  expect(mistakes.map((mistake) => mistake.split(' is missing: ')[0])).toEqual(missing)
})

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['HOST', 'a b'],
  ['JOBLENS_BASE_PATH', '/../x'],
  ['JOBLENS_BASE_PATH', '/a//b'],
  ['JOBLENS_BASE_PATH', '/<x>'],
  ['JOBLENS_BASE_PATH', 'https://x'],
  ['BKPAAS_SUB_PATH', '/a b/'],
  ['JOBLENS_USER_COOKIE', 'sessionid'],
  ['JOBLENS_JOB_API', 'v3'],
  ['JOBLENS_NODEMAN_API', 'gateway-v3'],
  ['JOBLENS_ACT_AS', 'a"b'],
  ['JOBLENS_ACT_AS_CONFIRM', 'a b'],
  ['JOBLENS_TENANT_ID', 'a\nb'],
  ['JOBLENS_HSTS_SECONDS', '1; preload'],
  ['JOBLENS_LOGIN_URL', 'javascript:alert(1)'],
  ['JOBLENS_LOGIN_URL', 'https://user:s3cret@login.example.com/'],
  ['JOBLENS_TENANT_ID', 'a b'],
  ['BKPAAS_IAM_URL', '/relative'],
  ['JOBLENS_FRAME_ANCESTORS', 'https://a.example.com/path'],
  ['JOBLENS_FRAME_ANCESTORS', "https://a.example.com;script-src 'unsafe-inline'"],
  ['JOBLENS_FRAME_ANCESTORS', '*'],
  ['JOBLENS_PUBLIC_HOSTS', 'https://joblens.example.com'],
  ['JOBLENS_PUBLIC_HOSTS', 'joblens.example.com:8080'],
  ['JOBLENS_PUBLIC_HOSTS', '*.example.com'],
  ['JOBLENS_PUBLIC_HOSTS', ' , '],
  ['JOBLENS_UPSTREAM_TIME_ZONE', 'Mars/Olympus'],
  ['JOBLENS_NODEMAN_LOG_PATH', '/api/job/log/'],
  ['JOBLENS_NODEMAN_LOG_PATH', 'api/job/{pk}/log/'],
  ['JOBLENS_NODEMAN_LOG_PATH', '/api/job/{pk}/log/?a=b'],
  ['JOBLENS_JOB_URL', 'ftp://x'],
  ['JOBLENS_JOB_URL', 'https://user:pass@x.example.com'],
  ['JOBLENS_JOB_URL', 'https://bkapi.example.com/api/{api_name}'],
  ['BK_API_URL_TMPL', 'https://bkapi.example.com/api/'],
])('a wrong %s is one line that names it: %s', (name, value) => {
  const real = { JOBLENS_JOB_API: 'gateway-v3', JOBLENS_NODEMAN_API: 'off' }
  const upstream = name === 'JOBLENS_JOB_API' ? {} : real
  const mistakes = mistakesOf({ ...app, ...upstream, [name]: value })
  expect(mistakes.filter((mistake) => mistake.startsWith(`${name} must`))).toHaveLength(1)
})

test('all mistakes come at once, and no line holds a secret', () => {
  const mistakes = mistakesOf({
    PORT: 'x',
    JOBLENS_BASE_PATH: '..',
    JOBLENS_JOB_API: 's3cret-value',
    JOBLENS_APP_SECRET: 's3cret value',
    JOBLENS_NODEMAN_API: 'gateway',
    JOBLENS_TENANT_ID: 's3cret value',
  })
  expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
    'PORT',
    'JOBLENS_BASE_PATH',
    'JOBLENS_JOB_API',
    'JOBLENS_APP_SECRET',
    'JOBLENS_TENANT_ID',
    'JOBLENS_APP_CODE',
    'JOBLENS_NODEMAN_URL',
  ])
  expect(mistakes.join('\n')).not.toMatch(/s3cret/)
})

test.each(['JOB', 'NODEMAN'])('an address alone names all that is missing beside it: %s', (system) => {
  const mistakes = mistakesOf({ [`JOBLENS_${system}_URL`]: 'ftp://x' })
  expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual(
    expect.arrayContaining([
      `JOBLENS_${system}_URL`,
      `JOBLENS_${system}_API`,
      'JOBLENS_APP_CODE',
      'JOBLENS_APP_SECRET',
    ]),
  )
})

test.each([
  ['joblens', '/joblens/'],
  ['/joblens', '/joblens/'],
  ['/a/b.c/', '/a/b.c/'],
  ['/', '/'],
])('base path %s becomes %s', (value, expected) => {
  expect(configOf({ JOBLENS_BASE_PATH: value }).basePath).toBe(expected)
})

test('what PaaS injects fills in for our own names, and ours win', () => {
  const injected = {
    PORT: '5001',
    BKPAAS_SUB_PATH: '/sub/',
    BKPAAS_LOGIN_URL: 'https://login.example.com/',
    BKPAAS_JOB_URL: 'https://job.example.com',
    BKPAAS_NODEMAN_URL: 'https://nodeman.example.com',
    BKPAAS_IAM_URL: 'https://iam.example.com',
  }
  expect(configOf({ ...injected, JOBLENS_JOB_WEB_URL: 'https://own.example.com' })).toMatchObject({
    port: 5001,
    basePath: '/sub/',
    links: {
      login: 'https://login.example.com/',
      jobWeb: 'https://own.example.com',
      nodeManWeb: 'https://nodeman.example.com',
      apply: 'https://iam.example.com',
    },
  })
})

test('frame ancestors are origins, separated by blanks or commas', () => {
  const value = 'https://a.example.com, http://b.example:8080  https://*.c.example'
  expect(configOf({ JOBLENS_FRAME_ANCESTORS: value }).frameAncestors).toEqual([
    'https://a.example.com',
    'http://b.example:8080',
    'https://*.c.example',
  ])
})

test('acting as one user is warned about, except on the sandbox', () => {
  const twice = { JOBLENS_ACT_AS: 'admin', JOBLENS_ACT_AS_CONFIRM: 'admin' }
  const real = { ...paas, ...twice }
  const warnings = (environment: Record<string, string>) => {
    const result = readConfig(environment)
    return result.ok ? result.warnings : null
  }
  const everybody = expect.stringMatching(/EVERYBODY.*"admin"/)
  expect(warnings(real)).toEqual([everybody, expect.stringMatching(/JOBLENS_PUBLIC_HOSTS.*rebinding/)])
  expect(warnings({ ...real, JOBLENS_PUBLIC_HOSTS: 'joblens.example.com' })).toEqual([everybody])
  expect(warnings(twice)).toEqual([])
  expect(warnings(paas)).toEqual([])
})

test.each<[string, Record<string, string>, RegExp]>([
  [
    'once',
    { JOBLENS_ACT_AS: 'admin' },
    /^JOBLENS_ACT_AS_CONFIRM is missing: JOBLENS_ACT_AS must be said twice$/,
  ],
  [
    'only in the second place',
    { JOBLENS_ACT_AS_CONFIRM: 'admin' },
    /^JOBLENS_ACT_AS_CONFIRM must be the same name/,
  ],
  ['as two names', { JOBLENS_ACT_AS: 'admin', JOBLENS_ACT_AS_CONFIRM: 'root' }, /must be the same name/],
  ['blank again', { JOBLENS_ACT_AS: 'admin', JOBLENS_ACT_AS_CONFIRM: ' ' }, /is missing/],
])('acting as one user is refused when it is said %s, sandbox or not', (_name, environment, words) => {
  for (const base of [paas, {}]) {
    expect(mistakesOf({ ...base, ...environment })).toEqual([expect.stringMatching(words)])
  }
})

test('a tenant goes to both upstreams, and to no sandbox', () => {
  const { job, nodeMan } = configOf({ ...paas, JOBLENS_TENANT_ID: 'tenant-1' })
  expect([job?.tenantId, nodeMan?.tenantId]).toEqual(['tenant-1', 'tenant-1'])
  expect(configOf({ JOBLENS_TENANT_ID: 'tenant-1' }).job?.tenantId).toBeNull()
  expect(configOf(paas).job?.tenantId).toBeNull()
})

test.each([
  ['false', null],
  ['true', 'default'],
])('a platform whose multi-tenant mode is %s injects the tenant "default" and means %s', (mode, tenant) => {
  const injected = { ...paas, BKPAAS_APP_TENANT_ID: 'default', BKPAAS_MULTI_TENANT_MODE: mode }
  expect(configOf(injected).job?.tenantId).toBe(tenant)
  expect(configOf({ ...injected, JOBLENS_TENANT_ID: 'own' }).job?.tenantId).toBe('own')
})

test('the secret stays where it is used', () => {
  expect(configOf(paas).job?.app).toEqual({ code: 'paas-app', secret: 'paas-secret' })
})

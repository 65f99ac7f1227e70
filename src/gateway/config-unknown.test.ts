import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { unknownVariables, unknownWords } from './config-unknown.ts'
import { forgetSecrets, variableNames } from './config-variables.ts'

test.each([
  ['JOBLENS_JOB_ULR', 'JOBLENS_JOB_URL'],
  ['JOBLENS_APPCODE', 'JOBLENS_APP_CODE'],
  ['JOBLENS_TENANT', 'JOBLENS_TENANT_ID'],
  ['JOBLENS_FRAME_ANCESTOR', 'JOBLENS_FRAME_ANCESTORS'],
  ['JOBLENS_NODE_MAN_URL', 'JOBLENS_NODEMAN_URL'],
  ['joblens_job_url', 'JOBLENS_JOB_URL'],
  ['JOBLENS_PORT', 'PORT'],
  ['JOBLENS_HOST', 'HOST'],
  ['JOBLENS_BK_API_URL_TMPL', 'BK_API_URL_TMPL'],
])('%s is told, and %s with it; its value is not', (name, meant) => {
  const words = `${name} is no variable of Joblens and changes nothing: ${meant} is one`
  expect(unknownVariables({ [name]: 's3cret' }).map(unknownWords)).toEqual([words])
})

test('of what is like nothing it is told that it changes nothing', () => {
  expect(unknownVariables({ JOBLENS_FANCY_COLOURS: '1' }).map(unknownWords)).toEqual([
    'JOBLENS_FANCY_COLOURS is no variable of Joblens and changes nothing',
  ])
})

test('variables of ours, of other programs, of our tools and of Kubernetes services are not told', () => {
  const ours = Object.fromEntries(variableNames.map((name) => [name, 'x']))
  const serviceLinks = {
    JOBLENS_SERVICE_HOST: '10.0.0.1',
    JOBLENS_SERVICE_PORT: '80',
    JOBLENS_SERVICE_PORT_HTTP: '80',
    JOBLENS_PORT: 'tcp://10.0.0.1:80',
    JOBLENS_PORT_80_TCP: 'tcp://10.0.0.1:80',
    JOBLENS_PORT_80_TCP_ADDR: '10.0.0.1',
    JOBLENS_WEB_SERVICE_HOST: '10.0.0.2',
    JOBLENS_WEB_PORT: 'tcp://10.0.0.2:80',
  }
  const others = { PATH: '/bin', BKPAAS_APP_ID: 'joblens', MY_JOBLENS_URL: 'x', JOBLENS_CHROMIUM: 'x' }
  expect(unknownVariables({ ...ours, ...serviceLinks, ...others })).toEqual([])
})

test.each([
  ['JOBLENS_JOB_ULR', 'JOBLENS_JOB_URL'],
  ['JOBLENS_JOBURL', 'JOBLENS_JOB_URL'],
  ['JOBLENS_JOBAPI', 'JOBLENS_JOB_API'],
  ['JOBLENS_BK_API_URL_TMPL', 'BK_API_URL_TMPL'],
])('%s alone is a half-set upstream, not the sandbox', (name, meant) => {
  expect(readConfig({ [name]: 'https://bkapi.example.com' })).toEqual({
    ok: false,
    mistakes: [
      expect.stringContaining(`${meant} is missing`),
      expect.stringMatching(new RegExp(`^${name} .* ${meant} is one$`)),
    ],
  })
  expect(readConfig({ [name]: 'x', JOBLENS_JOB_API: 'sandbox' })).toMatchObject({ ok: true })
})

test('what has nothing to do with an upstream is a warning, and beside mistakes named with them', () => {
  const warned = readConfig({ JOBLENS_FRAME_ANCESTOR: 'https://portal.example.com' })
  expect(warned).toMatchObject({
    ok: true,
    warnings: [expect.stringMatching(/^JOBLENS_FRAME_ANCESTOR .* JOBLENS_FRAME_ANCESTORS is one$/)],
  })
  const mistaken = readConfig({
    JOBLENS_JOB_API: 'gateway-v3',
    JOBLENS_APP_CODE: 'x',
    JOBLENS_APPSECRET: 'x',
  })
  expect(mistaken).toMatchObject({
    ok: false,
    mistakes: expect.arrayContaining([
      expect.stringMatching(/^JOBLENS_APPSECRET .* JOBLENS_APP_SECRET is one$/),
    ]),
  })
})

test('secrets are taken out of the environment, misspelt ones too, and nothing else', () => {
  const kept = { PATH: '/bin', JOBLENS_APP_CODE: 'joblens', BKPAAS_APP_ID: 'joblens', MY_SECRET: 'x' }
  const secrets = { JOBLENS_APP_SECRET: 'x', BKPAAS_APP_SECRET: 'x', JOBLENS_METRICS_TOKEN: 'x' }
  const environment = { ...kept, ...secrets, JOBLENS_APPSECRET: 'x' }
  forgetSecrets(environment)
  expect(environment).toEqual(kept)
})

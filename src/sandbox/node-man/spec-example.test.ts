import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  ask,
  CREDENTIALS,
  esbRequest,
  GATEWAY,
  gatewayRequest,
  logRequest,
  standingSandbox,
} from '../sandbox.fixture.ts'

// The document's answer example, typed off it once more: nothing is taken from the code under test.
const EXAMPLE = JSON.parse(readFileSync(new URL('./spec-example.fixture.json', import.meta.url), 'utf8'))

const { sandbox } = standingSandbox()

test('the document’s request is answered with the document’s answer', async () => {
  const request = esbRequest('nodeman/api/job/log', {
    bk_app_code: 'esb_test',
    bk_app_secret: 'xxx',
    bk_username: 'admin',
    bk_token: 'xxx',
    job_id: 1,
    instance_id: 1,
  })
  expect(await ask(sandbox, request)).toEqual(EXAMPLE)
})

test('the instance is reached by its real id too, in every form of the call', async () => {
  const instanceId = 'host|instance|host|1'
  const query = new URLSearchParams({ ...CREDENTIALS, job_id: '1', instance_id: instanceId })
  const requests = [
    logRequest(1, instanceId),
    gatewayRequest(`${GATEWAY}/open/api/job/1/log/?instance_id=${encodeURIComponent(instanceId)}`),
    esbRequest('nodeman/api/job/log', { job_id: '1', instance_id: instanceId }),
    new Request(`http://bk.test/api/c/compapi/v2/nodeman/api/job/log/?${query}`),
  ]
  for (const request of requests) expect(await ask(sandbox, request)).toEqual(EXAMPLE)
})

test('the example has a job and a host row around it', async () => {
  const { data } = await ask(sandbox, gatewayRequest(`${GATEWAY}/api/job/1/details/`, { pagesize: -1 }))
  expect(data).toMatchObject({ job_id: 1, status: 'SUCCESS', total: 1 })
  expect(data.list).toMatchObject([{ instance_id: 'host|instance|host|1', bk_host_id: 1, status: 'SUCCESS' }])
})

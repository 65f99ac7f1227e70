import { expect, test } from 'vitest'
import { esb, post } from './job-sandbox.fixture.ts'

const draft = 'v4/batch_get_job_instance_ip_log'
const request = {
  bk_scope_type: 'biz',
  bk_scope_id: '1',
  job_instance_id: 100,
  step_instance_id: 200,
  host_id_list: [1, 2],
}

test('specification 1, script step: the whole answer, value for value', async () => {
  const { status, body } = await post(draft, request)
  expect(status).toBe(200)
  expect(body).toEqual({
    data: {
      job_instance_id: 100,
      step_instance_id: 200,
      log_type: 1,
      script_logs: [
        {
          bk_host_id: 1,
          ip: '127.0.0.1',
          bk_cloud_id: 0,
          log_content: '[2018-03-15 14:39:30][PID:56875] job_start\n',
        },
        {
          bk_host_id: 2,
          ip: '127.0.0.2',
          bk_cloud_id: 0,
          log_content: '[2018-03-15 14:39:30][PID:16789] job_start\n',
        },
      ],
    },
  })
})

const downloadLine =
  '[2021-06-28 11:32:16] FileName: /tmp/1.log FileSize: 9.0 Bytes State: dest agent success download file Speed: 1 KB/s Progress: 100% StatusDesc: dest agent success download file Detail: success'
const uploadLine =
  '[2021-06-28 11:32:16] FileName: /data/1.log FileSize: 9.0 Bytes State: source agent success upload file Speed: 1 KB/s Progress: 100% StatusDesc: source agent success upload file Detail: success upload'

test('specification 1, file step: the whole answer apart from the step id', async () => {
  const { body } = await post(draft, { ...request, step_instance_id: 201 })
  const figures = { size: '1.0 Bytes', speed: '0 KB/s', process: '100%' }
  expect(body).toEqual({
    data: {
      job_instance_id: 100,
      step_instance_id: 201,
      log_type: 2,
      file_logs: [
        {
          bk_host_id: 1,
          ip: '127.0.0.1',
          bk_cloud_id: 0,
          log_content: [
            {
              mode: 1,
              src_host: { bk_host_id: 2, bk_cloud_id: 0, ip: '127.0.0.2' },
              src_path: '/data/1.log',
              dest_host: { bk_host_id: 1, bk_cloud_id: 0, ip: '127.0.0.1' },
              dest_path: '/tmp/1.log',
              status: 4,
              log_content: downloadLine,
              ...figures,
            },
          ],
        },
        {
          bk_host_id: 2,
          ip: '127.0.0.2',
          bk_cloud_id: 0,
          log_content: [
            {
              mode: 0,
              src_host: { bk_host_id: 2, bk_cloud_id: 0, ip: '127.0.0.2' },
              src_path: '/data/1.log',
              status: 4,
              log_content: uploadLine,
              ...figures,
            },
          ],
        },
      ],
    },
  })
})

test('specification 1, status 400: a scope type that does not exist', async () => {
  const { status, body } = await post(draft, { ...request, bk_scope_type: 'app' })
  expect(status).toBe(400)
  expect(body).toEqual({ error: { code: 'INVALID_ARGUMENT', message: '请求参数[bk_scope_type]不合法' } })
})

test('specification 1, status 403: zhangsan and business 1', async () => {
  const { status, body } = await post(draft, request, { user: 'zhangsan' })
  expect(status).toBe(403)
  expect(body).toEqual({
    error: {
      code: 'NO_PERMISSION',
      message: '用户(张三)权限不足，请前往权限中心确认并申请补充后重试',
      data: permission('1', 'blueking'),
    },
  })
})

test('the same refusal for everyone and business 3', async () => {
  const { status, body } = await post(draft, { ...request, bk_scope_id: '3' })
  expect(status).toBe(403)
  expect(body.error.data).toEqual(permission('3', '支付核心 payments'))
})

function permission(id: string, name: string) {
  return {
    system_id: 'bk_job',
    system_name: '作业平台',
    actions: [
      {
        id: 'access_business',
        name: '业务访问',
        related_resource_types: [
          {
            type: 'biz',
            system_id: 'bk_cmdb',
            system_name: '配置平台',
            type_name: '业务',
            instances: [[{ id, type: 'business', name, type_name: '业务' }]],
          },
        ],
      },
    ],
  }
}

const esbRequest = {
  bk_app_code: 'esb_test',
  bk_app_secret: 'xxx',
  bk_token: 'xxx',
  bk_biz_id: 1,
  job_instance_id: 100,
  step_instance_id: 202,
  ip_list: [
    { bk_cloud_id: 0, ip: '10.0.0.1' },
    { bk_cloud_id: 0, ip: '10.0.0.2' },
  ],
}

test('specification 2: the whole answer apart from the step id', async () => {
  const source = { src_ip: { bk_cloud_id: 0, ip: '10.0.0.2' }, src_path: '/data/1.log' }
  const { status, body } = await esb('batch_get_job_instance_ip_log', esbRequest)
  expect(status).toBe(200)
  expect(body).toEqual({
    result: true,
    code: 0,
    message: '',
    data: {
      log_type: 2,
      task_instance_id: 100,
      step_instance_id: 202,
      file_task_logs: [
        {
          ip: '10.0.0.1',
          bk_cloud_id: 0,
          file_logs: [
            {
              mode: 1,
              ...source,
              dest_ip: { bk_cloud_id: 0, ip: '10.0.0.1' },
              dest_path: '/tmp/1.log',
              status: 4,
              log_content: downloadLine,
            },
          ],
        },
        {
          ip: '10.0.0.2',
          bk_cloud_id: 0,
          file_logs: [{ mode: 0, ...source, status: 4, log_content: uploadLine }],
        },
      ],
    },
  })
})

test('specification 2: only the asked host comes back, all of them when none belongs to the step', async () => {
  const ask = async (ip: string) => {
    const list = [{ bk_cloud_id: 0, ip }]
    const { body } = await esb('batch_get_job_instance_ip_log', { ...esbRequest, ip_list: list })
    return body.data.file_task_logs.map((log: { ip: string }) => log.ip)
  }
  expect(await ask('10.0.0.2')).toEqual(['10.0.0.2'])
  expect(await ask('10.9.9.9')).toEqual(['10.0.0.1', '10.0.0.2'])
})

test('the example steps can be read through v3 as well, in the real shape', async () => {
  const { body } = await post('v3/batch_get_job_instance_ip_log', {
    ...request,
    step_instance_id: 202,
    host_id_list: [11],
  })
  expect(body.data.job_instance_id).toBe(100)
  expect(body.data.file_task_logs[0].file_logs[0]).toMatchObject({
    size: '1.0 Bytes',
    src_ip: { bk_host_id: 12 },
  })
})

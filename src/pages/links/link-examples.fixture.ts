import type { FieldName, LinkKind } from './link-kinds.ts'

/*
 * Links that must stay as they are for ever: what the form makes of fields, what the programs in docs/links.md make of
 * the same, and what the pages read out of them. They are version 1.
 */

/** One link and what it says. */
export interface LinkExample {
  readonly kind: LinkKind
  readonly values: Readonly<Partial<Record<FieldName, string>>>
  readonly link: string
}

export const exampleBase = 'https://joblens.example.com'
const biggest = '9223372036854775807'
const step = {
  scopeType: 'biz',
  scopeId: '2',
  jobInstanceId: '20000000001',
  stepInstanceId: '20000000102',
}
const stepPath = '/biz/2/job-instances/20000000001/steps/20000000102'

export const linkExamples: readonly LinkExample[] = [
  { kind: 'step-instance', values: step, link: stepPath },
  {
    kind: 'step-instance',
    values: { ...step, attempt: '2', host: '0:10.0.0.1', lines: '120-140' },
    link: `${stepPath}?executeCount=1&host=0%3A10.0.0.1&line=120-140`,
  },
  {
    kind: 'step-instance',
    values: { ...step, host: '17', find: 'exit (code) != 0 & 100% "失败"+*~', findAs: 'c', least: 'error' },
    link: `${stepPath}?host=17&find=exit%20%28code%29%20%21%3D%200%20%26%20100%25%20%22%E5%A4%B1%E8%B4%A5%22%2B%2A~&find-as=c&least=error`,
  },
  {
    kind: 'step-instance',
    values: { ...step, scopeType: 'biz_set', jobInstanceId: biggest, stepInstanceId: biggest, batch: '3' },
    link: `/biz_set/2/job-instances/${biggest}/steps/${biggest}?batch=3`,
  },
  {
    kind: 'step-instance',
    values: { ...step, host: '0:2001:db8::1', lines: '7', language: 'zh-CN' },
    link: `${stepPath}?host=0%3A2001%3Adb8%3A%3A1&line=7&lang=zh-CN`,
  },
  {
    kind: 'step-instance',
    values: { ...step, scopeType: 'biz', scopeId: '', attempt: '1', host: 'container:9', lines: '4' },
    link: '/api_execute_step/20000000001/20000000102?executeCount=0&host=container%3A9&line=4',
  },
  {
    kind: 'job-instance',
    values: { ...step, stepInstanceId: '', shownStep: '20000000102' },
    link: '/biz/2/job-instances/20000000001?step=20000000102',
  },
  { kind: 'job-instance', values: { jobInstanceId: '20000000001' }, link: '/api_execute/20000000001' },
  {
    kind: 'job-instances',
    values: {
      scopeType: 'biz',
      scopeId: '2',
      range: '24h',
      status: '4',
      name: '发布 demo',
      operator: 'admin',
    },
    link: '/biz/2/job-instances?range=24h&status=4&name=%E5%8F%91%E5%B8%83%20demo&operator=admin',
  },
  {
    kind: 'node-man-instance',
    values: { nodeManJobId: '7', instanceId: 'host|instance|host|1', stepNumber: '3', lines: '5-9' },
    link: '/node-man/jobs/7/instances/host%7Cinstance%7Chost%7C1?step=2&line=5-9',
  },
  {
    kind: 'node-man-instance',
    values: { nodeManJobId: '7', instanceId: 'host|instance|host|10.0.0.3-0-0', find: 'ERROR' },
    link: '/node-man/jobs/7/instances/host%7Cinstance%7Chost%7C10.0.0.3-0-0?find=ERROR',
  },
  {
    kind: 'node-man-job',
    values: { nodeManJobId: '7', nodeManStatus: 'FAILED', ip: '10.0.0.1' },
    link: '/node-man/jobs/7?status=FAILED&ip=10.0.0.1',
  },
  { kind: 'node-man-jobs', values: { operator: 'admin' }, link: '/node-man/jobs?operator=admin' },
]

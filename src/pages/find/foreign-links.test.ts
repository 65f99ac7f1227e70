import { expect, test } from 'vitest'
import { foreignLinks } from './foreign-links.fixture.ts'
import { understand } from './paste.ts'
import { lacksScope, type Target, targetPath } from './target.ts'

/** What a link opens, `*` standing for a scope that has to be looked for. */
function opens(link: string): string | null {
  const understanding = understand(link)
  if (understanding.kind !== 'understood' || understanding.targets.length > 1) return understanding.kind
  const [target] = understanding.targets
  return lacksScope(target) ? inAnyScope(target) : targetPath(target)
}

function inAnyScope(target: Target): string {
  const path = targetPath({ ...target, scope: { type: 'biz', id: '7' } } as Target)
  return path?.replace(/^\/biz\/7\//, '*/') ?? 'nothing'
}

test.each(foreignLinks)('$of: $shape', ({ link, opens: expected }) => {
  expect(opens(link)).toBe(expected)
})

test.each(foreignLinks)(
  'in a sentence, and with Joblens for its host: $shape',
  ({ link, opens: expected }) => {
    const here = link.replace(/^https?:\/\/[^/?#]+/, 'https://joblens.example.com')
    expect(opens(here)).toBe(expected)
    if (/^https?:/.test(link)) expect(opens(`任务失败（${link}），请查看。`)).toBe(expected)
  },
)

test('the number in front of an old link, or of version 2, is where to look first', () => {
  for (const link of ['/2/execute/step/100', '/?taskInstanceList&appId=2#taskInstanceId=100'])
    expect(understand(link)).toMatchObject({
      targets: [{ kind: 'job-instance', scope: null, likelyScope: { type: 'biz', id: '2' } }],
    })
})

test.each([
  '/api_execute/abc',
  '/biz/2/execute/step/1?stepInstanceId=x',
  '/?taskInstanceList&appId=2#taskInstanceId=1e9',
  '?job_id=1&instance_id=<script>',
])('a known shape with something that is no id says which part: %s', (link) => {
  expect(understand(link)).toMatchObject({ kind: 'unclear', unclear: { reason: 'bad-id' } })
})

test('a time range of the platform is read in the time zone of the reader', () => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const link = `/biz/2/execute/list?startTime=2026-11-20%2008:00:00&endTime=2026-11-21%2008:00:00&timezone=${zone}`
  const [from, to] = [new Date('2026-11-20T08:00:00').getTime(), new Date('2026-11-21T08:00:00').getTime()]
  expect(opens(link)).toBe(`/biz/2/job-instances?from=${from}&to=${to}`)
  const inShanghai = [Date.UTC(2026, 10, 20), Date.UTC(2026, 10, 21)]
  expect(opens(link.replace(zone, 'Asia/Shanghai'))).toBe(
    `/biz/2/job-instances?from=${inShanghai[0]}&to=${inShanghai[1]}`,
  )
})

test("what ours cannot say of the platform's filters goes along, so that the history can name it", () => {
  const list = 'https://job.example.com/biz/2/execute/list'
  expect(opens(`${list}?startupModes=1,2`)).toBe('/biz/2/job-instances?launchMode=1%2C2')
  expect(opens(`${list}?startTime=soon&timezone=Mars`)).toBe('/biz/2/job-instances?from=soon')
  expect(opens(`${list}?startTime=2026-11-20%2008:00:00&endTime=x&timezone=Mars`)).toBe(
    '/biz/2/job-instances?from=2026-11-20+08%3A00%3A00&to=x',
  )
})

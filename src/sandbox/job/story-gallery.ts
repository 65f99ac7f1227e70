import { jobInstance, scriptStep } from './build.ts'
import { container, fleet, host } from './hosts.ts'
import type { ExecuteObject, JobInstance, LogText, Outcome } from './model.ts'
import { failed, settled, succeeded } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import { exhibits } from './text-gallery.ts'
import { deployText, javaText, sqlText } from './text-scripts.ts'
import { hour, second } from './times.ts'

/*
 * The gallery's hosts (instance 20000000004, step 20000000401): host id 50001 prints colours, 50002 progress bars,
 * 50003 languages, 50004 a line of 2 MiB, 50005 invisible characters, 50006 hostile markup, 50007 NULs, 50008 CRLF,
 * 50009 an empty log, 50010 a null log, 50011 no last newline, 50012 newlines, 50013 blanks, 50014 structured logs.
 * Their addresses are 0:10.100.0.1 to 0:10.100.0.14; the tag is the exhibit's title.
 */

/** Steps that differ by what they print or by what they ran on. */
export function galleryInstances(startedAt: number): readonly JobInstance[] {
  return [
    gallery(startedAt - 2 * hour),
    ipv6Only(startedAt - 26 * hour),
    containers(startedAt - 27 * hour),
    databases(startedAt - 28 * hour),
  ]
}

interface Single {
  readonly number: number
  readonly name: string
  readonly at: number
  readonly status: number
  readonly type: number
  readonly objects: readonly ExecuteObject[]
  readonly outcome: (index: number) => Outcome
  readonly log: (object: ExecuteObject, index: number) => LogText
  readonly kind?: 'script' | 'sql'
}

function single({ number, name, at, objects, log, outcome, ...one }: Single): JobInstance {
  const progress = settled(one.status, at, at + 45 * second)
  const step = scriptStep({
    id: stepId(number, 1),
    name,
    createdAt: at,
    kind: one.kind ?? 'script',
    targets: () => objects,
    progress,
    outcome,
    scriptLog: (index) => {
      const object = objects[index]
      return object && log(object, index)
    },
  })
  return jobInstance({
    ...{ id: instanceId(number), name, createdAt: at, type: one.type },
    ...{ progress, steps: () => [step] },
  })
}

function gallery(at: number): JobInstance {
  const titles = exhibits.map(({ title }) => title)
  return single({
    number: 4,
    name: '日志陈列室 log gallery',
    at,
    status: 3,
    type: 1,
    objects: titles.map((_, index) => host(50_001 + index, `10.100.0.${index + 1}`)),
    outcome: (index) => succeeded(at, (1 + index) * second, titles[index]),
    log: (_object, index) => exhibits[index]?.write(),
  })
}

function ipv6Only(at: number): JobInstance {
  const modern = Array.from({ length: 12 }, (_, index) => host(60_001 + index, null))
  return single({
    number: 5,
    name: 'IPv6 机房部署',
    at,
    status: 4,
    type: 1,
    objects: [...modern, ...fleet(3, 900).map((one) => ({ ...one, ipv6: `2408:4003:10:4::${one.hostId}` }))],
    outcome: (index) =>
      index === 4 ? failed(104, 1, at, 7 * second) : succeeded(at, 9 * second, 'release-2.4.1'),
    log: (object, index) => deployText({ object, startedAt: at, seed: index, isFailed: index === 4 }),
  })
}

function containers(at: number): JobInstance {
  const isFailed = (index: number) => index === 3 || index === 17
  return single({
    number: 6,
    name: '容器内重启 match-service',
    at,
    status: 4,
    type: 1,
    objects: Array.from({ length: 24 }, (_, index) => container(7_001 + index, `match-service-${index}`)),
    outcome: (index) =>
      isFailed(index) ? failed(104, 1, at, 6 * second, 'not-ready') : succeeded(at, 8 * second, 'ready'),
    log: (object, index) => javaText({ object, startedAt: at, seed: index, isFailed: isFailed(index) }),
  })
}

function databases(at: number): JobInstance {
  return single({
    number: 12,
    name: '活动状态变更 SQL',
    at,
    status: 4,
    type: 0,
    kind: 'sql',
    objects: fleet(4, 960),
    outcome: (index) => (index === 2 ? failed(104, 1, at, 30 * second) : succeeded(at, 2 * second)),
    log: (object, index) => sqlText({ object, startedAt: at, seed: index, isFailed: index === 2 }),
  })
}

/**
 * The node-man story. All times hang on `startedAt` (S), the moment the sandbox was created; "running" ones move with the
 * clock. Businesses: 1 blueking (denied to `zhangsan`), 2 demo game, 3 payments (denied to everybody), 4 empty; the user
 * `nobody` has none. Host n of business b has the id `2000000000 + b × 100000 + n` and the address
 * `10.b.(n div 250).(n mod 250 + 1)`. In the last column `…` stands for `host|instance|host|`.
 *
 * | job | what it shows | instances |
 * |---|---|---|
 * | 1 | the document's example, value for value | `host|instance|host|1`, also as `1` |
 * | 901–990 | plain history for paging: flows 1–8 in turn, newest 2 days old, one in nine PART_FAILED | `host|instance|host|20002010nn` |
 * | 1001 | flow 1: install Agent, 3 hosts, ip keys | `host|instance|host|10.2.0.11-0-0` … `.13` |
 * | 1002 | flow 2: upgrade Agent, 3 hosts | `host|instance|host|2000200020` … `22` |
 * | 1003 | flow 3: deploy plugin | `…2000200030` |
 * | 1004 | flow 4: push plugin config, 22 s, four steps of 0 s | `…2000200040` |
 * | 1005 | flow 5: install Proxy, 16 steps | `…10.2.0.51-0-0` |
 * | 1006 | flow 6: uninstall Agent | `…2000200060` |
 * | 1007 | flow 7: restart Agent | `…2000200070` |
 * | 1008 | flow 8: stop plugin | `…2000200080` |
 * | 1009, 1010 | reload Agent configuration; debug plugin | `…2000200090`, `…2000200100` |
 * | 1101 | RUNNING: step 安装 writes a line every 5 s from S−90 s to S+20 min, `finish_time` moves | `…10.2.0.111-0-0`, `.112` |
 * | 1102 | just created: 3800007 (and no host row) until S+10 s, `[]` until S+20 s, PENDING until S+40 s, then a restart of about 80 s | `…2000200120` |
 * | 1103 | FAILED in 安装: SSH refused, two fold blocks in one step | `…10.2.0.3-0-0` |
 * | 1104 | running, errors so far: ERROR at S−19 s, FAILED only at S+10 min | `…10.2.0.141-0-0` |
 * | 1105 | one stopped host (FAILED, WARNING line), one success: PART_FAILED | `…2000200150`, `51` |
 * | 1106 | manual install waiting: RUNNING for ever | `…10.2.0.161-0-0` |
 * | 1107 | zombie: forced to fail after 40 min | `…2000200170` |
 * | 1108, 1109 | cleaned up after 30 days: success, failure | `…2000200180`, `…2000200190` |
 * | 1110 | retry: attempt 1 FAILED at S−62 s, attempt 2 resets everything at S+60 s and succeeds at S+141 s | `…2000200200` |
 * | 1111 | three attempts: FAILED, FAILED, SUCCESS (task ids 11111–11113) | `…2000200210` |
 * | 1112 | step names occurring twice | `…2000200220` |
 * | 1113 | a job in English | `…2000200230` |
 * | 1114 | one host under three ids: ip key, IPv6 key, host id | `…10.2.0.241-0-0`, `…2001:0db8:0000:0000:0000:0000:0000:0241-0-0`, `…2000200240` |
 * | 1115 | 12 hosts and 3 ignored ones without instance_id on every page | `…2000200250` … `61` |
 * | 1116 | nothing to do: one row without address | – |
 * | 1117 | hostile HTML in stdout | `…2000200270` |
 * | 1118 | one step of 1 MB | `…2000200280` |
 * | 1119 | `\r` progress, ANSI colours, U+FFFD, bidi and zero-width characters | `…2000200290` |
 * | 1120 | upgrade rolling over 400 hosts, one every 90 s from S−1 h to S+9 h | `…2000200300` … `699` |
 * | 1121 | PART_FAILED: 8 hosts, three failed for three reasons, links to job instances 20000000001, 20000000018 and (the failed one) 20000000019 | `…2000200700` … `707` |
 * | 1122 | TERMINATED: three hosts stopped | `…2000200710` … `712` |
 * | 1123 | denied (business 3): string code 9900403 | `…2000300000` |
 * | 1124 | the first ERROR (download 404) is the cause, the last only says "start gse agent failed" | `…10.2.0.121-0-0` |
 * | 1125 | P-Agent install through a jump host, waiting for job instance 20000000001 until S+30 min | `…10.2.0.125-2-0` |
 * | 1126 | an IPv6-only host being installed | `…2001:0db8:0000:0000:0000:0000:0000:0126-0-0` |
 * | 3000 | 3,000 hosts upgraded, 7 failed: PART_FAILED | `…2000201000` … `3999`, failed: `…2000201417`, `…2000201847`, `…2000202277`, `…2000202707`, `…2000203137`, `…2000203567`, `…2000203997` |
 */
import type { NodeManJob } from './job.ts'
import { edgeJobs } from './story-edges.ts'
import { flowJobs } from './story-flows.ts'
import { hostileJobs } from './story-hostile.ts'
import { liveJobs } from './story-live.ts'
import { manyJobs } from './story-many.ts'

/** All jobs, oldest id first. */
export function tellStory(startedAt: number): readonly NodeManJob[] {
  return [flowJobs, liveJobs, edgeJobs, hostileJobs, manyJobs]
    .flatMap((tell) => tell(startedAt))
    .sort((a, b) => a.id - b.id)
}

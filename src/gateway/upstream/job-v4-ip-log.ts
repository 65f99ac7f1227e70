import type { JobDialect } from './job-dialect.ts'
import { poster } from './job-v3.ts'
import { createV4Dialect } from './job-v4.ts'
import type { Transport } from './transport.ts'

/** Spec 1: its own log call (500 hosts, no containers); all else as released v4, which took its place. */
export function createV4IpLogDialect(transport: Transport): JobDialect {
  return {
    ...createV4Dialect(transport),
    hostsPerCall: 500,
    selectors: ['host_id_list', 'ip_list'],
    stepLogs: poster(transport, '/api/v4/batch_get_job_instance_ip_log'),
  }
}

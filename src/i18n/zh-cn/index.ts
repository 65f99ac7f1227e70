import type { Messages } from '../en/index.ts'
import { app } from './app.ts'
import { common } from './common.ts'
import { find } from './find.ts'
import { jobInstance } from './job-instance.ts'
import { jobInstances } from './job-instances.ts'
import { nodeMan } from './node-man.ts'
import { problem } from './problem.ts'
import { reader } from './reader.ts'
import { readerRows } from './reader-rows.ts'
import { status } from './status.ts'
import { stepInstance } from './step-instance.ts'
import { timeline } from './timeline.ts'
import { transfer } from './transfer.ts'

export const zhCn: Messages = {
  common,
  status,
  problem,
  app,
  find,
  jobInstances,
  jobInstance,
  stepInstance,
  timeline,
  transfer,
  nodeMan,
  reader,
  readerRows,
}

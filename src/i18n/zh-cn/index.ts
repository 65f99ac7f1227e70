import type { FirstMessages } from '../en/index.ts'
import { app } from './app.ts'
import { common } from './common.ts'
import { problem } from './problem.ts'
import { reader } from './reader.ts'
import { readerRows } from './reader-rows.ts'
import { status } from './status.ts'
import { stepInstance } from './step-instance.ts'

export const zhCn: FirstMessages = {
  common,
  status,
  problem,
  app,
  stepInstance,
  reader,
  readerRows,
}

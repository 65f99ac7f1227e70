/** English: the source language. Its shape is the type every other language must fill. */
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

export const en = {
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

/** Every text of the product, by area. A language that lacks one does not compile. */
export type Messages = typeof en

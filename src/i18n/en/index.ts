/** English: the source language. Its shape is the type every other language must fill. */
import { app } from './app.ts'
import { common } from './common.ts'
import type { PageMessages } from './pages.ts'
import { problem } from './problem.ts'
import { reader } from './reader.ts'
import { readerRows } from './reader-rows.ts'
import { status } from './status.ts'
import { stepInstance } from './step-instance.ts'

/** What is there from the start: the frame, and all that stands around a log. */
export const en = {
  common,
  status,
  problem,
  app,
  stepInstance,
  reader,
  readerRows,
}

export type FirstMessages = typeof en

/** Every text of the product, by area. A language that lacks one does not compile. */
export type Messages = FirstMessages & PageMessages

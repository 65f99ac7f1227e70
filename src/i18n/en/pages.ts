import { jobInstance } from './job-instance.ts'
import { jobInstances } from './job-instances.ts'
import { nodeMan } from './node-man.ts'
import { timeline } from './timeline.ts'

/** The texts of the pages on which no log is read: they come with those, after the first ones. */
export const pages = { jobInstances, jobInstance, timeline, nodeMan }

export type PageMessages = typeof pages

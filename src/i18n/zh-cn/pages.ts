import type { PageMessages } from '../en/pages.ts'
import { jobInstance } from './job-instance.ts'
import { jobInstances } from './job-instances.ts'
import { nodeMan } from './node-man.ts'
import { timeline } from './timeline.ts'

export const pages: PageMessages = { jobInstances, jobInstance, timeline, nodeMan }

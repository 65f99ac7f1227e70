import type { Messages } from '../en/index.ts'

export const jobInstances: Messages['jobInstances'] = {
  title: '作业实例',
  titleOf: (scope) => `${scope} 的作业实例`,
}

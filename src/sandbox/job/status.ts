/** The `type` of a step in status answers (StepExecuteType). */
export const stepTypes = { script: 1, file: 2, confirm: 3, sql: 4 } as const

const finished = new Set([3, 4, 5, 6, 8, 9, 11, 13, 14])

/** RunStatus values the platform knows; 12 is documented only (bk-job A.14). */
export const runStatuses: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15])

/** Whether a job instance in this status will not change any more. */
export function isFinished(status: number): boolean {
  return finished.has(status)
}

/** Whether the list computes the duration up to now (bk-job A.6). */
export function countsLive(status: number): boolean {
  return status === 2 || status === 7 || status === 10
}

const words: Readonly<Record<number, readonly [zh: string, en: string]>> = {
  0: ['未知错误', 'Unknown Error'],
  1: ['Agent异常', 'Abnormal Agent'],
  2: ['无效执行对象', 'Invalid Execute Object'],
  3: ['上次已成功', 'Successful Last Time'],
  5: ['等待执行', 'Waiting'],
  7: ['正在执行', 'Running'],
  9: ['执行成功', 'Success'],
  11: ['任务失败', 'Failed'],
  12: ['任务下发失败', 'Task send failed'],
  13: ['任务超时', 'Task Timeout'],
  15: ['任务日志错误', 'Error in Log'],
  16: ['脚本日志超时', 'Script Log Timeout'],
  17: ['文件日志超时', 'File Log Timeout'],
  18: ['Agent未安装', 'Agent not installed'],
  101: ['脚本执行失败', 'Script Execution Failed'],
  102: ['脚本执行超时', 'Script Execution Timeout'],
  103: ['脚本执行被终止', 'Script Execution Terminated'],
  104: ['脚本返回码非零', 'Non-zero Exit Code'],
  202: ['文件传输失败', 'File Transmission Failed'],
  203: ['源文件不存在', 'Source File Not Exists'],
  303: ['执行任务超时', 'File Transmission Timeout'],
  310: ['Agent异常', 'Abnormal Agent'],
  311: ['用户名不存在', 'User not exist'],
  320: ['文件获取失败', 'File pull failed'],
  329: ['文件传输错误', 'File Transmission Error'],
  399: ['任务执行出错', 'Execution Error'],
  403: ['任务强制终止成功', 'Force Terminated'],
  404: ['任务强制终止失败', 'Force Terminate Failed'],
}

/** The localized word of a host status; a number nobody knows has none. */
export function hostStatusWord(status: number, language: 'zh-cn' | 'en'): string {
  const word = words[status]
  if (word === undefined) return ''
  return language === 'en' ? word[1] : word[0]
}

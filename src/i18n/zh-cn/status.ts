/** Words exactly as in the job platform's and node-man's own tables (bk-job A.14, bk-nodeman A6). */
import { codeLookup } from '../code-words.ts'
import type { Messages } from '../en/index.ts'

const runStatus: Messages['status']['runStatus'] = {
  1: { word: '等待执行', meaning: '尚未开始。' },
  2: { word: '正在执行', meaning: '正在执行中。' },
  3: { word: '执行成功', meaning: '已结束，全部成功。' },
  4: { word: '执行失败', meaning: '已结束，至少有一处失败。' },
  5: { word: '跳过', meaning: '由人工跳过，没有执行完。' },
  6: { word: '忽略错误', meaning: '执行失败，但错误被忽略，作业继续。' },
  7: { word: '等待确认', meaning: '等待人工确认。' },
  8: { word: '手动结束', meaning: '由人工结束。' },
  9: { word: '状态异常', meaning: '作业平台失去了对它的跟踪，结果不可靠。' },
  10: { word: '强制终止中', meaning: '正在被强制终止。' },
  11: { word: '强制终止成功', meaning: '已被强制终止。' },
  12: { word: '强制终止失败', meaning: '未能强制终止。' },
  13: { word: '确认终止', meaning: '确认人选择了终止。' },
  14: { word: '被丢弃', meaning: '执行前被作业平台丢弃。' },
  15: { word: '滚动等待', meaning: '一个批次已完成，下一批次尚未开始。' },
}

const hostStatus: Messages['status']['hostStatus'] = {
  0: { word: '未知错误', meaning: '作业平台不知道出错原因。' },
  1: { word: 'Agent 异常', meaning: '该主机上的 Agent 没有响应。' },
  2: { word: '无效执行对象', meaning: '无法在该主机或容器上执行。' },
  3: { word: '上次已成功', meaning: '之前的执行已成功，本次不再执行。' },
  5: { word: '等待执行', meaning: '在该主机上尚未开始。' },
  7: { word: '正在执行', meaning: '正在该主机上执行。' },
  9: { word: '执行成功', meaning: '在该主机上执行成功。' },
  11: { word: '任务失败', meaning: '在该主机上执行失败。' },
  12: { word: '任务下发失败', meaning: '任务未能下发到该主机。' },
  13: { word: '任务超时', meaning: '任务超过了允许的时长。' },
  15: { word: '任务日志错误', meaning: '无法读取该主机的日志。' },
  16: { word: '脚本日志超时', meaning: '没有按时收到脚本日志。' },
  17: { word: '文件日志超时', meaning: '没有按时收到文件日志。' },
  18: { word: 'Agent 未安装', meaning: '该主机没有安装 Agent。' },
  101: { word: '脚本执行失败', meaning: '脚本无法执行。' },
  102: { word: '脚本执行超时', meaning: '脚本执行超过了允许的时长。' },
  103: { word: '脚本执行被终止', meaning: '脚本在执行中被终止。' },
  104: { word: '脚本返回码非零', meaning: '脚本的返回码不是 0。' },
  117: { word: 'Agent 异常（117）', meaning: '该主机上的 Agent 没有响应；节点管理认识作业平台的这个编码。' },
  202: { word: '文件传输失败', meaning: '文件未能传输。' },
  203: { word: '源文件不存在', meaning: '源文件不存在。' },
  301: { word: '文件任务未分类错误', meaning: '文件任务失败，原因没有单独的编码。' },
  303: { word: '执行任务超时', meaning: '传输超过了允许的时长。' },
  310: {
    word: 'Agent 异常（310）',
    meaning: '该主机上的 Agent 没有响应；作业平台对此有两个编码，这里是 310。',
  },
  311: { word: '用户名不存在', meaning: '该主机上没有执行账号。' },
  312: { word: '用户密码不正确', meaning: '执行账号的密码不正确。' },
  320: { word: '文件获取失败', meaning: '未能从来源获取文件。' },
  321: { word: '文件超出限制', meaning: '文件超过允许的大小。' },
  329: { word: '文件传输错误', meaning: '传输以错误结束。' },
  399: { word: '任务执行出错', meaning: '任务以错误结束。' },
  403: { word: '任务强制终止成功', meaning: '在该主机上已被强制终止。' },
  404: { word: '任务强制终止失败', meaning: '在该主机上未能强制终止。' },
  500: { word: '未知', meaning: '作业平台没有给出已知状态。' },
}

const transferStatus: Messages['status']['transferStatus'] = {
  0: { word: '从文件源拉取中', meaning: '正在从第三方文件源拉取文件。' },
  1: { word: '等待开始', meaning: '传输尚未开始。' },
  2: { word: '上传中', meaning: '源主机正在发送文件。' },
  3: { word: '下载中', meaning: '目标主机正在接收文件。' },
  4: { word: '完成', meaning: '文件已送达。' },
  5: { word: '失败', meaning: '文件没有送达。' },
}

const stepType: Messages['status']['stepType'] = {
  1: { word: '执行脚本', meaning: '在每个目标上执行脚本。' },
  2: { word: '分发文件', meaning: '把文件复制到每个目标。' },
  3: { word: '人工确认', meaning: '等待人工确认。' },
  4: { word: '执行SQL脚本', meaning: '执行 SQL 脚本。' },
}

const taskType: Messages['status']['taskType'] = {
  0: { word: '作业执行', meaning: '执行含一个或多个步骤的作业方案。' },
  1: { word: '脚本执行', meaning: '执行一个脚本。' },
  2: { word: '文件分发', meaning: '分发一次文件。' },
}

const launchMode: Messages['status']['launchMode'] = {
  1: { word: '页面执行', meaning: '由人在作业平台上启动。' },
  2: { word: 'API 调用', meaning: '由其他系统启动。' },
  3: { word: '定时执行', meaning: '由定时器启动。' },
}

const nodeMan: Messages['status']['nodeMan'] = {
  PENDING: { word: '等待执行', meaning: '尚未开始。' },
  RUNNING: { word: '正在执行', meaning: '正在执行中。' },
  SUCCESS: { word: '执行成功', meaning: '已结束，没有失败。' },
  FAILED: { word: '执行失败', meaning: '已结束，有失败。' },
  PART_FAILED: { word: '部分失败', meaning: '部分主机失败，部分成功。' },
  TERMINATED: { word: '已终止', meaning: '由人工终止。' },
  REMOVED: { word: '已移除', meaning: '已从任务中移除。' },
  FILTERED: { word: '被过滤的', meaning: '按规则被排除在任务之外。' },
  IGNORED: { word: '已忽略', meaning: '被排除在任务之外，该主机上没有任何操作。' },
  UNKNOWN: { word: '未知', meaning: '节点管理不知道其状态。' },
}

const words = {
  unknown: (code: string) => ({ word: `未知状态 ${code}`, meaning: '当前版本的 Joblens 无法识别该状态。' }),
  absent: { word: '无状态', meaning: '返回中没有状态。' },
}

const typeWords = {
  unknown: (code: string) => ({ word: `未知类型 ${code}`, meaning: '当前版本的 Joblens 无法识别该类型。' }),
  absent: { word: '无类型', meaning: '返回中没有类型。' },
}

export const status: Messages['status'] = {
  runStatus,
  hostStatus,
  transferStatus,
  stepType,
  taskType,
  launchMode,
  nodeMan,
  runStatusWord: codeLookup(runStatus, words).word,
  runStatusMeaning: codeLookup(runStatus, words).meaning,
  hostStatusWord: codeLookup(hostStatus, words).word,
  hostStatusMeaning: codeLookup(hostStatus, words).meaning,
  transferStatusWord: codeLookup(transferStatus, words).word,
  transferStatusMeaning: codeLookup(transferStatus, words).meaning,
  stepTypeWord: codeLookup(stepType, typeWords).word,
  stepTypeMeaning: codeLookup(stepType, typeWords).meaning,
  taskTypeWord: codeLookup(taskType, typeWords).word,
  launchModeWord: codeLookup(launchMode, typeWords).word,
  nodeManStatusWord: codeLookup(nodeMan, words).word,
  nodeManStatusMeaning: codeLookup(nodeMan, words).meaning,
}

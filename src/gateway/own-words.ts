/** Language of a reader, in the words of the `Blueking-Language` header. */
export type Language = 'zh-cn' | 'en'

/*
 * What Joblens itself says of a failure stands in English where it is thrown; readers of Chinese get it from this
 * table. What upstream says comes in the reader's language from upstream (issue 5).
 */
const chinese: Readonly<Record<string, string>> = {
  'Joblens could not answer: an unexpected error': 'Joblens 内部出错，无法应答',
  'Joblens has no such API address': 'Joblens 没有这个接口地址',
  'Joblens makes so many calls at the moment that it did not get to this one: try again':
    'Joblens 当前请求过多，没有轮到这一个，请重试',
  'Joblens is reading so many logs for others that it did not get to these: try again':
    'Joblens 正在为其他人读取大量日志，没有轮到这些，请重试',
  'Joblens is reading such large answers for others that it did not get to this one: try again':
    'Joblens 正在为其他人读取大量数据，没有轮到这一个，请重试',
  'Your other pages have not taken the logs they asked for: close them, or wait, and try again':
    '您打开的其他页面尚未接收完所请求的日志：请关闭它们或稍候重试',
  'Only pages of Joblens itself may call this address (cross-site request refused)':
    '只有 Joblens 自己的页面可以调用这个地址（已拒绝跨站请求）',
  'Joblens is not reached by this host name (JOBLENS_PUBLIC_HOSTS)':
    '不能用这个主机名访问 Joblens（JOBLENS_PUBLIC_HOSTS）',
  'Not a valid id': '不是有效的 ID',
  'The body must be application/json in UTF-8, not compressed': '请求体必须是未压缩的 UTF-8 application/json',
  'The body is not JSON': '请求体不是 JSON',
  'The body holds more than this address takes': '请求体包含的内容超过这个地址的上限',
  'The body is not UTF-8': '请求体不是 UTF-8',
  'This job instance has no such step': '该作业实例没有这个步骤',
  'This generation of the job platform API cannot tell of a step that ran in containers; its released v4 can':
    '这一代作业平台接口无法提供在容器中执行的步骤的信息，正式发布的 v4 可以',
  'This generation of the job platform API has no logs of containers': '这一代作业平台接口没有容器日志',
  'This deployment reads logs by IPv4 address only and cannot look up the address of a host id or of an IPv6 address: name the hosts as cloud:ip, for example 0:10.0.0.1':
    '当前部署只能按 IPv4 地址读取日志，无法由主机 ID 或 IPv6 查到地址：请用“云区域:IP”指定主机，例如 0:10.0.0.1',
  'This deployment reads logs by host id or IPv4 address only and cannot look up an IPv6 address: name the hosts by their ids, or as cloud:ip, for example 0:10.0.0.1':
    '当前部署只能按主机 ID 或 IPv4 地址读取日志，无法由 IPv6 查到主机：请用主机 ID 或“云区域:IP”指定主机，例如 0:10.0.0.1',
  'Node-man has no such attempt at this host': '节点管理没有该主机的这次尝试',
  'This node-man cannot list jobs: open one by its id or its link':
    '当前节点管理不能列出任务：请用任务 ID 或链接打开',
  'Upstream failed nearly every call lately, so Joblens lets it rest for some seconds':
    '蓝鲸接口最近几乎每次调用都失败，Joblens 暂停请求几秒钟',
  'Upstream redirected the call, most likely to its login page': '蓝鲸接口把请求重定向了，很可能是到登录页',
  'Upstream took too long to answer': '蓝鲸接口应答超时',
  'Upstream stopped answering': '蓝鲸接口不再应答',
  'The logs of so many hosts took too long: ask again for those that are missing':
    '主机太多，读取日志超时：请重新读取缺少的主机',
  'Upstream answered with a web page instead of JSON': '蓝鲸接口返回了网页而不是 JSON',
  'The upstream answer is too large': '蓝鲸接口的应答过大',
  'The upstream answer holds more values than Joblens can take: ask for less at once; if it is for little, the answer is at fault, and who runs upstream finds it by its id':
    '蓝鲸接口的应答所含数据超过 Joblens 的上限：请减少一次读取的内容；如果本来不多，则是应答有误，可凭其 ID 联系蓝鲸接口的运维人员',
  'The upstream answer is not UTF-8 text': '蓝鲸接口的应答不是 UTF-8 文本',
  'The upstream answer is empty': '蓝鲸接口的应答为空',
  'The upstream answer is broken off or malformed JSON': '蓝鲸接口的应答是中断或格式错误的 JSON',
  'The upstream answer is not JSON': '蓝鲸接口的应答不是 JSON',
  'The upstream answer is not a JSON object': '蓝鲸接口的应答不是 JSON 对象',
  'The upstream answer has no data': '蓝鲸接口的应答没有数据',
}

/** Sentences with something in them that is the same in any language: a number, a code, a name. */
const withParts: readonly (readonly [RegExp, string])[] = [
  [/^Upstream answered HTTP (\d+)$/, '蓝鲸接口返回 HTTP $1'],
  [/^Upstream answered HTTP (\d+) without a reason$/, '蓝鲸接口返回 HTTP $1，没有说明原因'],
  [/^Upstream cannot be reached(?: \((\w+)\))?$/, '无法连接蓝鲸接口 $1'],
  [/^The upstream answer broke off(?: \((\w+)\))?$/, '蓝鲸接口的应答中断 $1'],
  [/^The upstream answer has no (.+)$/, '蓝鲸接口的应答没有 $1'],
  [
    /^The job platform answered (\w+) in a shape Joblens does not know$/,
    '作业平台对 $1 的应答是 Joblens 不认识的格式',
  ],
  [
    /^node-man answered (\w+) in a shape Joblens does not know$/,
    '节点管理对 $1 的应答是 Joblens 不认识的格式',
  ],
  [/^The request is not valid: (.+)$/, '请求无效：$1'],
  [/^(\S+) is not valid: (.+)$/, '$1 无效：$2'],
  [/^This address answers ([A-Z, ]+) only$/, '这个地址只接受 $1'],
  [/^The body is larger than (\d+) MiB$/, '请求体超过 $1 MiB'],
  [/^This Joblens is not connected to a job platform$/, '当前 Joblens 没有连接作业平台'],
  [/^This Joblens is not connected to a node-man$/, '当前 Joblens 没有连接节点管理'],
  [
    /^Not signed in to BlueKing: the browser sent no usable (\w+) cookie$/,
    '未登录蓝鲸：浏览器没有发送可用的 $1 cookie',
  ],
]

/** A message of a failure in the reader's language, if Joblens wrote it; any other as it is. */
export function inWordsOf(language: Language, message: string): string {
  if (language === 'en') return message
  const whole = Object.hasOwn(chinese, message) ? chinese[message] : undefined
  if (whole !== undefined) return whole
  const found = withParts.find(([pattern]) => pattern.test(message))
  return found === undefined ? message : message.replace(...found).trim()
}

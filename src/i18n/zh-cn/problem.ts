import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

export const problem: Messages['problem'] = {
  kinds: {
    'bad-request': {
      title: '请求未被接受',
      meaning: '地址或筛选条件中有内容不被对方系统认可。',
      nextStep: '请检查 ID 和筛选条件后重试。',
    },
    'not-signed-in': {
      title: '您尚未登录',
      meaning: '蓝鲸无法识别您的身份，或登录已过期。',
      nextStep: '请登录蓝鲸后重试。',
    },
    'app-denied': {
      title: 'Joblens 没有调用该接口的权限',
      meaning: '是 Joblens 应用自身缺少权限，与您的个人权限无关。',
      nextStep: '请联系 Joblens 管理员为应用申请该接口的权限。',
    },
    denied: {
      title: '您没有权限',
      meaning: '您的账号缺少所需权限。',
      nextStep: '请申请这里列出的权限，或联系有权限的同事。',
    },
    gone: {
      title: '作业实例不存在',
      meaning: '它可能从未存在、已过期（实例大约保留 30 天），或属于其他资源范围。',
      nextStep: '请检查 ID 和资源范围。',
    },
    'not-found': {
      title: '未找到',
      meaning: '对方系统没有这个 ID。',
      nextStep: '请检查 ID，或返回列表选择。',
    },
    'not-ready': {
      title: '尚未就绪',
      meaning: '执行刚刚创建，还没有可显示的内容。',
      nextStep: '请等待几秒后重试。',
    },
    'rate-limited': {
      title: '请求过于频繁',
      meaning: '蓝鲸限制了请求频率，目前额度已用完。',
      nextStep: '请稍候重试。',
    },
    'too-large': {
      title: '一次请求的内容过多',
      meaning: '请求或其返回超过了允许的大小。',
      nextStep: '请缩小范围：减少主机，或缩短时间范围。',
    },
    'upstream-down': {
      title: '蓝鲸没有正常响应',
      meaning: '对方系统出错或无法连接。',
      nextStep: '请稍后重试。如果持续出现，请把请求 ID 告知其管理员。',
    },
    timeout: {
      title: '蓝鲸响应超时',
      meaning: '没有按时收到返回，系统可能繁忙。',
      nextStep: '请重试。',
    },
    'bad-answer': {
      title: '蓝鲸的返回无法识别',
      meaning: '返回不完整，或不符合文档的格式。',
      nextStep: '请重试。如果仍然如此，请反馈请求 ID。',
    },
    'not-offered': {
      title: '当前部署不提供该功能',
      meaning: 'Joblens 所连接的蓝鲸缺少此视图需要的接口。',
      nextStep: '请改用 ID 或链接打开执行记录。',
    },
    truncated: {
      title: '返回中途中断',
      meaning: '当前内容不完整：全部到达之前连接已断开。',
      nextStep: '请重试以加载其余内容。',
    },
    offline: {
      title: '无法连接 Joblens',
      meaning: '浏览器没有收到 Joblens 服务器的响应。',
      nextStep: '请检查网络后重试。',
    },
    internal: {
      title: 'Joblens 出错了',
      meaning: 'Joblens 内部发生错误。',
      nextStep: '请重试。如果再次出现，请反馈请求 ID。',
    },
  },
  retryAfter: (seconds) => count(seconds, { other: '请在 # 秒后重试。' }),
  requestId: '请求 ID：',
  noRequestId: '未提供',
  code: '错误码',
  upstreamMessage: '蓝鲸返回：',
  ownMessage: 'Joblens 说明：',
  proxyMessage: '蓝鲸前置服务器返回：',
  missingPermissions: '缺少的权限：',
  onResources: (resources) => `（资源：${resources.join('、')}）`,
  apply: '申请权限',
  signIn: '登录',
  retry: '重试',
  copy: '复制请求 ID',
  copied: '已复制',
  details: '详情',
}

import type { SignInMessages } from '../en/sign-in.ts'

export const signIn: SignInMessages = {
  expired: '登录已过期。',
  stays: '屏幕上的内容会原样保留。请在另一个标签页中登录，本页会自动继续，无需重新加载。',
  stillUnknown: '您尚未登录：蓝鲸无法识别您的身份。',
  cameBack:
    '您已经去过登录页。请再次登录；如果本页仍无法识别您，请询问 Joblens 管理员：本站点能否读取该登录信息。',
  framed: '请在另一个标签页中登录，本页会自动继续。',
  notInFrame: '登录信息没有到达此框架：浏览器可能不向框架提供 Cookie。在单独的标签页中 Joblens 可以得到它。',
  openOutside: '在新标签页中打开本页',
  noPage: '请在另一个标签页中登录蓝鲸，本页会自动继续。',
  inNewTab: '登录（新标签页）',
  tryNow: '我已登录',
  leaving: '正在前往登录页…',
  done: {
    title: '现在可以返回了',
    meaning: '您来时的页面会自动继续。本标签页可以关闭。',
    home: '前往首页',
  },
}

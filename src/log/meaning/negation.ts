/*
 * "0 errors", "errors: 0", "without error", 未失败, 失败数 0: words of trouble that say all is well. Only the few
 * characters beside a word are looked at.
 */

const denying =
  /(?:^|[^\w.])(?:no|0|zero|without|not|never|any|if|ignor(?:e|ed|es|ing)|on|in case of|free of|suppress(?:ed|ing)?|skip(?:ped|ping)?)(?: (?:an?|any|the|other|such|more|new|fatal|critical|known|syntax|serious|further|unexpected|of|single))*[ ("'[]{1,2}$/i
const zeroAfter =
  /^(?:\(s\)|_?code)?["']?\s*(?:count|rate|codes?|number|total|num|found|detected)?\s*(?:is|was|are|of)?\s*["']?[:=]{0,2}\s*["']?(?:0+(?:\.0+)?%?(?![\w.]*[\w])|(?<=[:=]\s*["']?)(?:none|null|nil|<nil>|false|undefined|n\/a|(?:no|off|ok)(?=\s*(?:$|[,;|}\])])))(?!\w)|(?<=[:=]\s*)(?:""|''|\[\s*\]|\{\s*\}))/i
const deniedByContext =
  /^[ -]?(?:handler|handling|log|logs|page|reporting|budget|tolerance|support|policy|message is)s?\b/i

export function isNegated(before: string, after: string): boolean {
  return denying.test(before) || zeroAfter.test(after) || deniedByContext.test(after)
}

const denyingChinese =
  /(?:未|无|没有?|毫无)(?:发现|出现|发生|检测到|产生|见|有|任何|明显|其他|新的|报)*$|(?:^|[^\d.])0\s*[个次条台项处]?\s*$|零[个次条台项处]?$|(?:若|如果|如遇|一旦|是否|避免|防止|忽略|当)[^，。；,;:：\s]{0,8}$/
const zeroAfterChinese =
  /^(?:码|率|(?:的)?(?:主机|任务|总|次|个|条|台)?数?量?)\s*(?:为|是)?\s*[:：=]?\s*[[「【("']?\s*(?:0+(?:\.0+)?%?(?![\d.]*[1-9])|无(?![法效权])|没有)/
const namedByContext = /^(?:日志|处理|重试|策略|检测|检查|捕获|率(?!\s*[:：=]?\s*\d)|时|后|则|的话|请)/

export function isNegatedChinese(before: string, after: string): boolean {
  return denyingChinese.test(before) || zeroAfterChinese.test(after) || namedByContext.test(after)
}

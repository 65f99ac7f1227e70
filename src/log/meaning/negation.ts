/*
 * "0 errors", "errors: 0", "without error", 未失败, 失败数 0: words of trouble that say all is well. Only the few
 * characters beside a word are looked at.
 */

const denying =
  /(?:^|[^\w.])(?:no|0|zero|without|not|never|any|if|ignor(?:e|ed|es|ing)|on|in case of|free of|suppress(?:ed|ing)?|skip(?:ped|ping)?)(?: (?:an?|any|the|other|such|more|new|fatal|critical|known|syntax|serious|further|unexpected|of|single))*[ ("'[]{1,2}$/i
/** "checking for errors", "max failures": spoken of, not met. */
const speakingOf =
  /(?:^|[^\w.])(?:check(?:s|ing)?(?: for)?|logs?|logging|report(?:s|ing)?|handl(?:es?|ing)|max(?:imum)?|allow(?:ed|ing)?|tolerat(?:es?|ed|ing)|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|reset|recover(?:s|ed|ing)? from(?: an?)?|catch \(?[\w.]*|throws [\w.]*|import [\w.]*|new [\w.]*)[ ("']?$/i
/** "0 input errors": only of what can be counted, so that "exit 0 but failed" is no zero. */
const noneOfAKind =
  /(?:^|[^\w.])(?:0|no|zero) (?!with |but |and |or |despite |in |after |before )[\w-]{2,20} $/i
const countable = /^(?:err|warn|exception|failures)/i

const nothing = '(?:none|null|nil|<nil>|\\(none\\)|undefined|false|n\\/a|no|off|ok)'
/** Between a word of trouble and its number: "error count", "failed tests". */
const counted =
  '(?:count|rate|codes?|number|total|num|found|detected|tests?|tasks?|hosts?|jobs?|steps?|units?|items?|checks?|nodes?|files?|records?|requests?)?'
const zeroAfter = new RegExp(
  `^(?:\\(s\\)|_?code)?["']?\\s*${counted}\\s*(?:is|was|are|of)?\\s*["']?[:=]{0,2}\\s*["']?` +
    `(?:0+(?:\\.0+)?%?(?![\\w.]*[\\w])|(?<=[:=]\\s*["']?)${nothing}["']?(?=\\s*$|\\s*[,;|}\\])]|\\s+[\\w-]+[=:]|\\s*[\\n\\r])` +
    `|(?<=[:=]\\s*)(?:""|''|\\[\\s*\\]|\\{\\s*\\}))`,
  'i',
)
const deniedByContext =
  /^(?:[ -]?(?:handler|handling|log|logs|page|reporting|budget|tolerance|support|policy|message is)s?\b| (?:will be|are) (?:logged|ignored|written|sent|shown)|=(?:remount-ro|continue|panic)\b|\.{2,} ?(?:ok|none|no)\b)/i

export function isNegated(before: string, word: string, after: string): boolean {
  return (
    isDenied(before) ||
    // "the check failed" tells of something, "checking for failures" does not.
    (!verb.test(word) && speakingOf.test(before)) ||
    zeroAfter.test(after) ||
    deniedByContext.test(after) ||
    (countable.test(word) && noneOfAKind.test(before))
  )
}

const verb = /^fail(?:ed|s)?$/i

/** What stands before a word or phrase takes it back. */
export function isDenied(before: string): boolean {
  return denying.test(before)
}

const denyingChinese =
  /(?:未|无|没有?|毫无|不(?:会|再|是|应|要)?)(?:发现|出现|发生|检测到|产生|见|有|任何|明显|其他|新的|报)*$|(?:^|[^\d.])0\s*[个次条台项处]?\s*$|零[个次条台项处]?$|(?:若|如果|如遇|一旦|是否|避免|防止|忽略|允许|以免|当)[^，。；,;:：\s]{0,8}$/
const zeroAfterChinese =
  /^(?:码|率|(?:的)?(?:主机|任务|节点|信息|消息|原因|列表|详情|总|次|个|条|台|行)*数?量?)\s*(?:为|是)?\s*[:：=]?\s*(?:[[「【("']?\s*(?:0+(?:\.0+)?%?(?![\d.]*[1-9])|无(?![法效权])|没有)|[[「【(]\s*[\]」】)]|(?<=为)空)/
const namedByContext =
  /^(?:日志|处理|重试|策略|检测|检查|捕获|自动|通知|提示|率(?!\s*[:：=]?\s*\d)|时|后|则|的话|请|已?(?:恢复|解除|消除))/

export function isNegatedChinese(before: string, after: string): boolean {
  return denyingChinese.test(before) || zeroAfterChinese.test(after) || namedByContext.test(after)
}

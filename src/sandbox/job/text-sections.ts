const csi = '\u001b['

function githubGroups(): readonly string[] {
  return [
    '##[group]Run actions/checkout@v4',
    'with:',
    '  repository: demo/game-server',
    '  fetch-depth: 1',
    '##[group]Fetching the repository',
    'From https://git.demo.example/demo/game-server',
    ' * [new ref]         4f1c2d9 -> origin/main',
    '##[endgroup]',
    '##[endgroup]',
    '##[error]Process completed with exit code 1.',
    '::group::Install dependencies',
    ...Array.from({ length: 300 }, (_, index) => `added package-${index}`),
    '::endgroup::',
  ]
}

// GitLab hides its markers with an erase, and writes the title over them.
function gitlabSections(): readonly string[] {
  const open = (name: string, title: string, at: number, options = '') =>
    `${csi}0Ksection_start:${at}:${name}${options}\r${csi}0K${csi}36;1m${title}${csi}0;m`
  const close = (name: string, at: number) => `${csi}0Ksection_end:${at}:${name}\r${csi}0K`
  return [
    open('prepare_executor', 'Preparing the "docker" executor', 1_773_018_000),
    'Using Docker executor with image node:20 ...',
    close('prepare_executor', 1_773_018_004),
    open('step_script', 'Executing "step_script" stage', 1_773_018_004, '[collapsed=true]'),
    `${csi}32;1m$ npm ci${csi}0;m`,
    'added 812 packages in 9s',
    open('tests', 'Tests', 1_773_018_014),
    '1,204 passed, 2 failed',
    close('tests', 1_773_018_050),
    close('step_script', 1_773_018_051),
    `${csi}31;1mERROR: Job failed: exit code 1${csi}0;m`,
  ]
}

// Two blocks are two, and the ERROR between them belongs to neither (bk-nodeman C6).
function collectedLogs(): readonly string[] {
  const block = (title: string) => [
    '[2026-03-09 09:03:00 DEBUG] ********** Begin of collected logs: **********',
    'Traceback (most recent call last):',
    `  File "/app/components/${title}.py", line 88, in execute`,
    `    raise TimeoutError("${title}")`,
    `TimeoutError: ${title}`,
    '*********** End of collected logs ************',
  ]
  return [
    '[2026-03-09 09:02:59 ERROR] 连接超时：10.0.0.3',
    ...block('connect'),
    '[2026-03-09 09:03:01 ERROR] 安装 失败，请先尝试查看日志并处理，若无法解决，请联系管理员处理。',
    ...block('install'),
  ]
}

/** Whatever folds away: nested, folded from the start, never closed. */
export function sections(): string {
  return [
    ...githubGroups(),
    ...gitlabSections(),
    ...collectedLogs(),
    '##[group]A group that is never closed',
    'its last line',
    '',
  ].join('\n')
}

import { expect, test } from 'vitest'
import { maskSecrets } from './mask-secrets.ts'
import { createSecretState } from './secret.ts'

const mask = (text: string): string => maskSecrets(text).text

/** Each with what must be left of it. */
const secretLines: readonly (readonly [line: string, masked: string])[] = [
  // node-man's installer (bk-nodeman D3)
  [
    '执行命令: nohup bash /tmp/setup_agent.sh -O 48668 -I 10.0.0.2 -c "TOKEN-Zm9v.c2FuZGJveA==" -s 90210 &> /tmp/nm.nohup.out &',
    '执行命令: nohup bash /tmp/setup_agent.sh -O 48668 -I 10.0.0.2 -c "••••" -s 90210 &> /tmp/nm.nohup.out &',
  ],
  [
    '[script] [check_env] Args are: -O 48668 -c TOKEN-Zm9v.c2FuZGJveA== -U root -P Zm9v/YmFy+A== -s 90210',
    '[script] [check_env] Args are: -O 48668 -c •••• -U root -P •••• -s 90210',
  ],
  ['setup_agent.bat -U admin -P "b64+/==" -c "t0k"', 'setup_agent.bat -U admin -P "••••" -c "••••"'],
  ['[get_config] failed. TOKEN: gAAAAABh_x', '[get_config] failed. TOKEN: ••••'],
  ['{"inner_ip": "10.0.0.2", "token": "gAAAA="}', '{"inner_ip": "10.0.0.2", "token": "••••"}'],
  // names and values
  ['password=hunter2', 'password=••••'],
  ['DB_PASSWORD=hunter2 DB_USER=game', 'DB_PASSWORD=•••• DB_USER=game'],
  ['Password: hunter2', 'Password: ••••'],
  ['passwd: 123456', 'passwd: ••••'],
  ['passwd:x!y?z', 'passwd:••••'],
  ['pwd=a,b;c', 'pwd=••••'],
  ['user=game,password=hunter2,db=items', 'user=game,password=••••,db=items'],
  ['user=game&password=hunter2&db=items', 'user=game&password=••••&db=items'],
  ["connect(user='game', password='hun ter2')", "connect(user='game', password='••••')"],
  ['client_secret = 8f14e45f', 'client_secret = ••••'],
  ['api_key=abcdef X-Api-Key: abcdef apikey: abcdef', 'api_key=•••• X-Api-Key: •••• apikey: ••••'],
  ['bk_app_secret=0a1b bk_token=xYz bk_ticket=T1', 'bk_app_secret=•••• bk_token=•••• bk_ticket=••••'],
  [
    '{"user": "game", "password": "hun\\"ter2", "port": 3306}',
    '{"user": "game", "password": "••••", "port": 3306}',
  ],
  [
    'msg="{\\"password\\": \\"hunter2\\", \\"port\\": 1}"',
    'msg="{\\"password\\": \\"••••\\", \\"port\\": 1}"',
  ],
  ['{"password":123456,"port":1}', '{"password":••••,"port":1}'],
  ["{'secretKey': 'abc'}", "{'secretKey': '••••'}"],
  ['<password>hunter2</password>', '<password>••••</password>'],
  ['deploy --password hunter2 --token=abc --host h', 'deploy --password •••• --token=•••• --host h'],
  ['mysql_pass=hunter2', 'mysql_pass=••••'],
  ['数据库密码：hunter2，端口 3306', '数据库密码：••••，端口 3306'],
  ["CREATE USER 'a'@'%' IDENTIFIED BY 'hunter2'", "CREATE USER 'a'@'%' IDENTIFIED BY '••••'"],
  ["SET PASSWORD FOR a = PASSWORD('hunter2')", "SET PASSWORD FOR a = PASSWORD('••••')"],
  // headers
  ['Authorization: Bearer abc.def-123', 'Authorization: Bearer ••••'],
  ['curl -H "Authorization: Basic dXNlcjpwYXNz" http://h/', 'curl -H "Authorization: Basic ••••" http://h/'],
  ["headers={'Authorization': 'Token 0123abcd'}", "headers={'Authorization': 'Token ••••'}"],
  ['sent bearer 0123456789abcdefXYZ to it', 'sent bearer •••• to it'],
  [
    'x-bkapi-authorization: {"bk_app_code":"demo","bk_app_secret":"s","bk_token":"t"}',
    'x-bkapi-authorization: {"bk_app_code":"demo","bk_app_secret":"••••","bk_token":"••••"}',
  ],
  // addresses
  ['cloning https://git:hunter2@git.example/a.git', 'cloning https://git:••••@git.example/a.git'],
  ['redis://:p@ss@10.0.0.1:6379/0', 'redis://:••••@10.0.0.1:6379/0'],
  ['GET https://h/a?access_token=abc123&page=2', 'GET https://h/a?access_token=••••&page=2'],
  ['https://h/webhook/send?key=6fa459ea-ee8a', 'https://h/webhook/send?key=••••'],
  // known by their looks
  ['AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', '•••• ••••'],
  ['id AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE end', 'id •••• end'],
  ['using LTAI4FoDtGqvAcLmExample1.', 'using ••••.'],
  ['ghp_0123456789abcdefghijABCDEFGHIJ012345', '••••'],
  ['glpat-0123456789abcdefghij', '••••'],
  ['xoxb-123456789012-abcdefghijkl', '••••'],
  ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN', 'jwt ••••'],
  // commands
  ['mysql -h 10.0.0.1 -uroot -phunter2 items', 'mysql -h 10.0.0.1 -uroot -p•••• items'],
  ["+ sshpass -p 'hunter2' ssh root@h", "+ sshpass -p '••••' ssh root@h"],
  ['curl -u game:hunter2 http://h/', 'curl -u game:•••• http://h/'],
  ['redis-cli -a hunter2 ping', 'redis-cli -a •••• ping'],
  // a key in a string
  [
    '"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0\\n-----END PRIVATE KEY-----"',
    '"-----BEGIN PRIVATE KEY-----••••-----END PRIVATE KEY-----"',
  ],
]

test.each(secretLines)('masks %s', (line, masked) => {
  expect(mask(line)).toBe(masked)
})

test.each(secretLines)('masks %s once', (_line, masked) => {
  expect(maskSecrets(masked)).toEqual({ text: masked, maskedCount: 0 })
})

test.each([
  'password: ',
  'Password:',
  'New password: \nRetype new password: ',
  'token expired',
  'token: expired',
  'Failed password for invalid user admin from 203.0.113.7 port 52144 ssh2',
  "Access denied for user 'root'@'localhost' (using password: YES)",
  'password=******',
  '"password": "***"',
  'password=<redacted>',
  'token=[REDACTED]',
  'password=$PASSWORD',
  'password="$' + '{DB_PASSWORD}"',
  '-H "Authorization: Bearer $TOKEN"',
  'curl -u $USER:$PASSWORD http://h/',
  'mysql -uroot -p"$PW" items',
  'mysql -uroot -p',
  'sshpass -p $PW ssh h',
  'usage: login --password <password>',
  'PWD=/data/game OLDPWD=/root',
  'max_tokens=512 tokens: 3 token: 12',
  'Unexpected token: punc in JSON',
  'PASS: test_login (0.3 s), 12 passed',
  'tokenizer=bpe secretName: db',
  'http://10.0.0.1:8080/a@b',
  'http://10.0.0.1:8080,admin@example.com',
  'see https://demo.example/x and mail ops@example.com',
  'mkdir -p /data/game; ps -p 123',
  'mysql -h h -uroot; mkdir -p/data',
  'ls | curl http://h/ | tar -c',
  '密码错误，请重试；密码：错误',
  'author=bob authority=high',
  'compass: north',
  '-----BEGIN CERTIFICATE-----',
  'password: {"min": 8}',
])('leaves %s alone', (line) => {
  expect(maskSecrets(line)).toEqual({ text: line, maskedCount: 0 })
})

test('counts every secret', () => {
  expect(maskSecrets('password=a token=bcdef').maskedCount).toBe(2)
})

const key = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'Proc-Type: 4,ENCRYPTED',
  '',
  'MIIEowIBAAKCAQEAn0mE8lXw6vH0y1dYJ2zZ5XbWm0kq4l7vCkY2m2s1r0l2QFJx',
  'q4l7vCkY2m2s1r0l2QFJxMIIEowIBAAKCAQEAn0mE8lXw6vH0y1dYJ2zZ5XbWm0k',
  'AbC=',
  '-----END RSA PRIVATE KEY-----',
  'done',
]
const maskedKey = [...key.slice(0, 3), '••••', '••••', '••••', ...key.slice(6)]

function maskLines(lines: readonly string[]) {
  const state = createSecretState()
  const masked = lines.map((line) => maskSecrets(line, state))
  return {
    lines: masked.map(({ text }) => text),
    count: masked.reduce((count, { maskedCount }) => count + maskedCount, 0),
  }
}

test('a private key is one secret of several lines', () => {
  expect(maskLines(key)).toEqual({ lines: maskedKey, count: 1 })
  expect(maskSecrets(key.join('\n'))).toEqual({ text: maskedKey.join('\n'), maskedCount: 1 })
})

const putty = [
  'PuTTY-User-Key-File-3: ssh-rsa',
  'Encryption: none',
  'Comment: rsa-key-20260309',
  'Public-Lines: 1',
  'AAAAB3NzaC1yc2EAAAADAQABAAABAQCfSYTyVfDq8fTLV1gnbNnldtabSSriXu8K',
  'Private-Lines: 2',
  'AAABAQCKEowIBAAKCAQEAn0mE8lXw6vH0y1dYJ2zZ5XbWm0kq4l7vCkY2m2s1r0l',
  '2QFJxMIIEow==',
  'Private-MAC: 3f2504e04f8911d39a0c0305e82c33013f2504e04f8911d39a0c0305e82c3301',
  'sha256 3f2504e04f8911d39a0c0305e82c33013f2504e04f8911d39a0c0305e82c3301',
]
const maskedPutty = [...putty.slice(0, 6), '••••', '••••', ...putty.slice(8)]

test('a private key as PuTTY keeps it: what follows its check sum is told', () => {
  expect(maskLines(putty)).toEqual({ lines: maskedPutty, count: 1 })
  expect(maskSecrets(putty.join('\n'))).toEqual({ text: maskedPutty.join('\n'), maskedCount: 1 })
  expect(maskSecrets(putty.join('\r\n')).text).toBe(maskedPutty.join('\r\n'))
  const prefixed = (line: string) => `2026-03-09 09:00:00 INFO ${line}`
  expect(maskLines(putty.map(prefixed))).toEqual({ lines: maskedPutty.map(prefixed), count: 1 })
  const inString = maskSecrets(JSON.stringify({ key: putty.join('\n') })).text
  expect(inString).not.toContain('2QFJxMIIEow')
  expect(inString).toContain('AAAAB3NzaC1yc2E')
})

test('a private key behind the prefix of a logger', () => {
  const prefixed = key.map((line) => `2026-03-09 09:00:00 INFO ${line}`)
  const expected = maskedKey.map((line) => `2026-03-09 09:00:00 INFO ${line}`)
  expect(maskLines(prefixed)).toEqual({ lines: expected, count: 1 })
})

test('a private key with the line ends of Windows', () => {
  expect(maskLines(key.map((line) => `${line}\r`)).count).toBe(1)
  expect(maskSecrets(key.join('\r\n')).text).toBe(maskedKey.join('\r\n'))
})

test('a private key in narrow lines', () => {
  const body = ['MIIEowIBAAKCAQEAn0mE8lXw6vH0y1dY', 'q4l7vCkY2m2s1r0l2QFJxMIIEowIBAAK', 'AbCdEfG=']
  const narrow = [key[0] ?? '', ...body, key[6] ?? '', 'done']
  expect(maskLines(narrow).lines).toEqual([key[0], '••••', '••••', '••••', key[6], 'done'])
})

test('a private key behind prefixes of several widths', () => {
  const body = [...key.slice(3, 5), 'AbCdEfGhIjKlMnOpQrSt']
  const prefixed = [key[0], ...body, key[6], 'done'].map(
    (line, index) => `10.0.0.${10 ** (index % 3)} | ${line}`,
  )
  const masked = maskLines(prefixed).lines
  expect(masked.slice(1, 4).every((line) => line.endsWith('| ••••'))).toBe(true)
  expect(masked[5]).toBe(prefixed[5])
})

test('a private key that was cut off hides nothing else', () => {
  const lines = [...key.slice(0, 4), '2026-03-09 09:00:00 INFO next', 'password=x', 'done']
  expect(maskLines(lines).lines).toEqual([...maskedKey.slice(0, 4), lines[4], 'password=••••', 'done'])
})

const hostile: readonly string[] = [
  'password=',
  'password="',
  'password=\\"',
  "password='a",
  'password=,a',
  '--password ',
  'token:=>',
  'https://a:b',
  'http://user:pass@',
  'eyJ',
  'eyJhbGciOiJI.',
  'AKIA0123456789ABCDE',
  'ghp_',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----MIIE',
  'mysql -',
  'mysql -p -p',
  'curl -u ',
  'setup_agent -c ',
  'authorization: digest ',
  'bearer a',
  '\\',
  'password=\\',
  'password: ((((',
  '密码为',
  'identified by ',
]

// Work that grew with the square of the length would take hours here.
test.each(hostile)('1 MiB of %s in one line', (part) => {
  const line = part.repeat(Math.ceil(2 ** 20 / part.length))
  const masked = maskSecrets(line)
  expect(maskSecrets(`x ${line}`).maskedCount).toBeLessThanOrEqual(masked.maskedCount + 1)
})

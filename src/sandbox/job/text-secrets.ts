const csi = '\u001b['

// Put together, so that nobody who scans this source takes them for real ones.
const token = (prefix: string, length: number) => `${prefix}${'a1B2c3D4e5'.repeat(10).slice(0, length)}`
const keyLine = 'MIIEsandboxKeyThatOpensNothing0123456789ABCDEFabcdefghijklmnopqrs'

/** Every line of it says `hunter2`, or holds an invented token, that no copy may have; those at the end are none. */
export function secrets(): string {
  return [
    '执行命令: nohup bash /tmp/setup_agent.sh -O 48668 -I 10.0.0.2 -c "TOKEN-hunter2.Zm9v==" -s 90210 &> /tmp/nm.nohup.out &',
    '[script] [check_env] Args are: -O 48668 -I 10.0.0.2 -c TOKEN-hunter2.Zm9v== -U admin -P hunter2/RSA== -s 90210',
    '[script] [get_config] request failed: {"inner_ip": "10.0.0.2", "token": "hunter2-token"}',
    'DB_HOST=10.0.0.9 DB_PASSWORD=hunter2 DB_NAME=items',
    `password: ${csi}1mhunt${csi}22mer2${csi}0m (bold in the middle)`,
    '{"user": "game", "password": "hunter2", "nested": "{\\"api_key\\": \\"hunter2\\"}"}',
    'curl -H "Authorization: Bearer hunter2.token.value" -u game:hunter2 http://10.0.0.8/',
    'x-bkapi-authorization: {"bk_app_code": "demo", "bk_app_secret": "hunter2", "bk_token": "hunter2"}',
    'cloning https://deploy:hunter2@git.demo.example/game/server.git',
    "+ mysql -h 10.0.0.9 -uroot -phunter2 -e 'select 1'",
    '+ sshpass -p hunter2 ssh root@10.0.0.2',
    '数据库密码：hunter2，端口 3306',
    `aws ${token('AKIA', 0)}SANDBOXSANDBOX12 ${token('', 40)}`,
    `tencent SecretId=${token('AKID', 32)} SecretKey=hunter2hunter2`,
    `aliyun ${token('LTAI', 20)}`,
    `${token('ghp_', 36)} ${token('glpat-', 20)} ${token('xoxb-', 24)}`,
    `jwt ${token('eyJ', 20)}.${token('eyJ', 30)}.${token('', 24)}`,
    '-----BEGIN RSA PRIVATE KEY-----',
    keyLine,
    keyLine,
    'hunter2w==',
    '-----END RSA PRIVATE KEY-----',
    'from here on there is nothing to hide:',
    'Password: ',
    'token expired',
    'password=******',
    'mysql -uroot -p"$DB_PASSWORD" items',
    'Failed password for invalid user admin from 203.0.113.7 port 52144 ssh2',
    'PWD=/data/game max_tokens=512',
    '',
  ].join('\n')
}

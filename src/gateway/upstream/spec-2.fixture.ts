const source = { src_ip: { bk_cloud_id: 0, ip: '10.0.0.2' }, src_path: '/data/1.log' }

/** Spec 2, example of an answer. The document heads it as a script step; it is a file step. */
export const esbExample = {
  result: true,
  code: 0,
  message: '',
  data: {
    log_type: 2,
    task_instance_id: 100,
    step_instance_id: 200,
    file_task_logs: [
      {
        ip: '10.0.0.1',
        bk_cloud_id: 0,
        file_logs: [
          {
            mode: 1,
            ...source,
            dest_ip: { bk_cloud_id: 0, ip: '10.0.0.1' },
            dest_path: '/tmp/1.log',
            status: 4,
            log_content:
              '[2021-06-28 11:32:16] FileName: /tmp/1.log FileSize: 9.0 Bytes State: dest agent success download file Speed: 1 KB/s Progress: 100% StatusDesc: dest agent success download file Detail: success',
          },
        ],
      },
      {
        ip: '10.0.0.2',
        bk_cloud_id: 0,
        file_logs: [
          {
            mode: 0,
            ...source,
            status: 4,
            log_content:
              '[2021-06-28 11:32:16] FileName: /data/1.log FileSize: 9.0 Bytes State: source agent success upload file Speed: 1 KB/s Progress: 100% StatusDesc: source agent success upload file Detail: success upload',
          },
        ],
      },
    ],
  },
}

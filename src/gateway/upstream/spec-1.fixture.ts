const other = { bk_host_id: 2, bk_cloud_id: 0, ip: '127.0.0.2' }

/** Spec 1, success example of a script step. */
export const scriptExample = {
  data: {
    job_instance_id: 100,
    step_instance_id: 200,
    log_type: 1,
    script_logs: [
      {
        bk_host_id: 1,
        ip: '127.0.0.1',
        bk_cloud_id: 0,
        log_content: '[2018-03-15 14:39:30][PID:56875] job_start\n',
      },
      {
        bk_host_id: 2,
        ip: '127.0.0.2',
        bk_cloud_id: 0,
        log_content: '[2018-03-15 14:39:30][PID:16789] job_start\n',
      },
    ],
  },
}

/** Spec 1, success example of a file step. */
export const fileExample = {
  data: {
    job_instance_id: 100,
    step_instance_id: 200,
    log_type: 2,
    file_logs: [
      {
        bk_host_id: 1,
        ip: '127.0.0.1',
        bk_cloud_id: 0,
        log_content: [
          {
            mode: 1,
            src_host: other,
            src_path: '/data/1.log',
            dest_host: { bk_host_id: 1, bk_cloud_id: 0, ip: '127.0.0.1' },
            dest_path: '/tmp/1.log',
            status: 4,
            log_content:
              '[2021-06-28 11:32:16] FileName: /tmp/1.log FileSize: 9.0 Bytes State: dest agent success download file Speed: 1 KB/s Progress: 100% StatusDesc: dest agent success download file Detail: success',
            size: '1.0 Bytes',
            speed: '0 KB/s',
            process: '100%',
          },
        ],
      },
      {
        bk_host_id: 2,
        ip: '127.0.0.2',
        bk_cloud_id: 0,
        log_content: [
          {
            mode: 0,
            src_host: other,
            src_path: '/data/1.log',
            status: 4,
            log_content:
              '[2021-06-28 11:32:16] FileName: /data/1.log FileSize: 9.0 Bytes State: source agent success upload file Speed: 1 KB/s Progress: 100% StatusDesc: source agent success upload file Detail: success upload',
            size: '1.0 Bytes',
            speed: '0 KB/s',
            process: '100%',
          },
        ],
      },
    ],
  },
}

namespace Broadsheet.Bench.Servers;

/// <summary>nginx as a good administrator sets it up for ready pages: compressed ahead, files kept open, no log of each request.</summary>
internal static class NginxConf
{
    public static string Of(string pages, int port, string logs) => $$"""
        daemon off;
        worker_processes 1;
        pid {{logs}}/nginx.pid;
        error_log {{logs}}/nginx-error.log warn;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        worker_rlimit_nofile 20000;
        events { worker_connections 2048; }
        http {
          default_type text/html;
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000000;
          open_file_cache max=15000 inactive=60s;
          open_file_cache_valid 30s;
          client_body_temp_path {{logs}}/nginx-body;
          proxy_temp_path {{logs}}/nginx-proxy;
          fastcgi_temp_path {{logs}}/nginx-fastcgi;
          uwsgi_temp_path {{logs}}/nginx-uwsgi;
          scgi_temp_path {{logs}}/nginx-scgi;
          server {
            listen 127.0.0.1:{{port}} backlog=4096;
            root {{pages}};
            gzip_static on;
            index index.html;
          }
        }
        """;
}

package com.stoganet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The other servers, each with the configuration that its handbook begins with. */
final class Rivals {
  private final Path home;

  /** {@code home} is the directory for theirs. */
  Rivals(Path home) {
    this.home = home.toAbsolutePath();
  }

  /**
   * Serves the film itself, and asks the sandbox for all the rest.
   *
   * <p>Without tcp_nopush: over connections that are kept, it delays the end of small ranges by 40
   * ms, and that would be all that is measured of whoever keeps them.
   */
  InstalledServer backend(int port, Film film, int sandbox) throws IOException {
    return nginx(
        "backend",
        port,
        """
          send_timeout 30m;
          keepalive_requests 1000000;
          tcp_nopush off;
          types { }
          default_type video/mp4;
          server {
            listen 127.0.0.1:%d backlog=2048;
            location ~ ^/Videos/[0-9a-f]+/stream {
              alias %s;
            }
            location / {
              proxy_pass http://127.0.0.1:%d;
              proxy_http_version 1.1;
            }
          }
        """
            .formatted(port, film.path(), sandbox));
  }

  InstalledServer nginx(int port, int backend) throws IOException {
    return nginx(
        "nginx",
        port,
        """
          tcp_nopush on;
          upstream backend {
            server 127.0.0.1:%d;
            keepalive 64;
          }
          server {
            listen 127.0.0.1:%d;
            location / {
              proxy_pass http://backend;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        """
            .formatted(backend, port));
  }

  InstalledServer haproxy(int port, int backend) throws IOException {
    Path own = directory("haproxy");
    String file =
        InstalledServer.configuration(
            own,
            "haproxy.cfg",
            """
            global
              maxconn 8192
            defaults
              mode http
              maxconn 8192
              timeout connect 5s
              timeout client 60s
              timeout server 60s
            frontend front
              bind 127.0.0.1:%d
              default_backend films
            backend films
              server nginx 127.0.0.1:%d
            """
                .formatted(port, backend));
    return InstalledServer.start(own, port, "haproxy", "-db", "-f", file);
  }

  InstalledServer caddy(int port, int backend) throws IOException {
    Path own = directory("caddy");
    String file =
        InstalledServer.configuration(
            own,
            "Caddyfile",
            """
            {
              admin off
              auto_https off
            }
            http://127.0.0.1:%d {
              reverse_proxy 127.0.0.1:%d
            }
            """
                .formatted(port, backend));
    return InstalledServer.start(
        own, port, "caddy", "run", "--adapter", "caddyfile", "--config", file);
  }

  /** Where a package puts files for all of its servers, these must have places of their own. */
  private InstalledServer nginx(String name, int port, String http) throws IOException {
    Path own = directory(name);
    String text =
        """
        %s
        daemon off;
        worker_processes 2;
        pid %2$s/pid;
        error_log %2$s/error.log;
        events {
          worker_connections 8192;
        }
        http {
          access_log off;
          sendfile on;
          client_body_temp_path %2$s/body;
          proxy_temp_path %2$s/proxy;
          fastcgi_temp_path %2$s/fastcgi;
          uwsgi_temp_path %2$s/uwsgi;
          scgi_temp_path %2$s/scgi;
        %3$s}
        """
            .formatted(root() ? "user root;" : "", own, http);
    String file = InstalledServer.configuration(own, "nginx.conf", text);
    return InstalledServer.start(
        own, port, "nginx", "-e", own.resolve("error.log").toString(), "-c", file);
  }

  private Path directory(String name) throws IOException {
    return Files.createDirectories(home.resolve(name));
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }
}

package com.stoganet.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real nginx in front of the proxy, set up as docs/operating.md says. */
public final class NginxFront implements AutoCloseable {

  private static final long STOP_SECONDS = 10;

  private final Process process;
  private final int port;

  private NginxFront(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it before the server on this port of the loopback interface. */
  public static NginxFront before(int backend) throws IOException, InterruptedException {
    Path home =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "it")), "nginx");
    int port = Ports.free();
    Path config = home.resolve("nginx.conf").toAbsolutePath();
    Files.writeString(
        config,
        """
        daemon off;
        pid %1$s/pid;
        error_log %1$s/error.log;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d;
            location / {
              proxy_pass http://127.0.0.1:%3$d;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_set_header Host $http_host;
              proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
              proxy_buffering off;
              proxy_read_timeout 15m;
              proxy_send_timeout 15m;
              send_timeout 15m;
            }
          }
        }
        """
            .formatted(home.toAbsolutePath(), port, backend));
    Process process =
        new ProcessBuilder(
                Programs.find("nginx").orElseThrow().toString(),
                "-c",
                config.toString(),
                "-e",
                home + "/error.log")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out").toFile())
            .start();
    for (int tries = 0; tries < 100 && !Ports.answers(port); tries++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return new NginxFront(process, port);
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
  }
}

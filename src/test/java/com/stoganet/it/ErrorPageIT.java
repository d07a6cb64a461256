package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong in a servlet, clients see our error body and nothing of the inside. */
class ErrorPageIT {

  private static SandboxJellyfin jellyfin;
  private static LibertyServer server;
  private static int port;
  private static Map<String, String> settings;

  @TempDir static Path directory;

  @BeforeAll
  static void startServer() throws InterruptedException {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    port = Ports.free();
    settings = Settings.of(jellyfin, port, directory.resolve("proxy.db"));
    server = LibertyServer.startCopy("error-page", settings, warWithAServletThatFails());
    assertThat(Readiness.await(server, port, Duration.ofMinutes(3))).as(server.output()).isTrue();
  }

  @AfterAll
  static void stopServer() {
    server.close();
    jellyfin.close();
  }

  /** The real WAR and one servlet more; the filters are gone, which would want a token. */
  private static Path warWithAServletThatFails() {
    String webXml =
        """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
          <servlet>
            <servlet-name>error</servlet-name>
            <servlet-class>com.stoganet.proxy.http.edge.ErrorServlet</servlet-class>
            <async-supported>true</async-supported>
          </servlet>
          <servlet-mapping>
            <servlet-name>error</servlet-name>
            <url-pattern>/error</url-pattern>
          </servlet-mapping>
          <error-page>
            <location>/error</location>
          </error-page>
        </web-app>
        """;
    File war = directory.resolve("api-proxy.war").toFile();
    ShrinkWrap.create(ZipImporter.class, war.getName())
        .importFrom(new File("target/api-proxy.war"))
        .as(WebArchive.class)
        .addClass(ExplodingServlet.class)
        .setWebXML(new StringAsset(webXml))
        .as(ZipExporter.class)
        .exportTo(war);
    return war.toPath();
  }

  @ParameterizedTest
  @CsvSource({"runtime,500,internal", "checked,500,internal", "error,418,validation_failed"})
  void given_a_servlet_that_fails_when_asked_then_the_body_is_ours(
      String how, int status, String code) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/explode/" + how))
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.body())
        .contains("\"code\":\"" + code + "\"", "\"request_id\":\"")
        .doesNotContain("secret", "10.0.0.1", "Exception", "at com.");
  }

  @Test
  void given_failures_when_the_server_writes_down_all_it_knows_then_no_key_is_among_it()
      throws IOException, InterruptedException {
    given_a_servlet_that_fails_when_asked_then_the_body_is_ours("runtime", 500, "internal");

    List<Path> files = server.logs();
    assertThat(files).anyMatch(file -> file.toString().contains("ffdc"));
    for (Path file : files) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.getFileName().toString())
          .doesNotContain(settings.get("JELLYFIN_API_KEY"), settings.get("JWT_SIGNING_KEY"));
    }
  }
}

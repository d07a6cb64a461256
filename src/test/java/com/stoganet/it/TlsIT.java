package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.SyntheticFile;
import com.stoganet.sandbox.Titles;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {

  private static final String PASSWORD = "generated-for-this-test";

  private static final long FIRST = 1_000_000;
  private static final int LENGTH = 10_000_000;

  @TempDir Path directory;

  @Test
  void given_a_certificate_when_launched_then_tls_1_2_and_1_3_are_served_and_nothing_older()
      throws Exception {
    Path keystore = certificate();
    int port = Ports.free();
    int tlsPort = Ports.free();
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      Map<String, String> settings =
          new HashMap<>(Settings.of(jellyfin, port, directory.resolve("proxy.db")));
      settings.put("TLS_LISTEN_ADDR", "127.0.0.1:" + tlsPort);
      settings.put("TLS_KEYSTORE", keystore.toString());
      settings.put(
          "TLS_KEYSTORE_PASSWORD_FILE",
          Files.writeString(directory.resolve("password"), PASSWORD + "\n").toString());

      try (LibertyServer server = LibertyServer.startCopy("tls", settings)) {
        assertThat(Readiness.await(server, port, Duration.ofMinutes(3)))
            .as(server.output())
            .isTrue();
        SSLContext trusting = trusting(keystore);
        assertThat(SmallClient.browse("https://localhost:" + tlsPort, trusting)).isEqualTo(200);
        assertThat(protocol(trusting, tlsPort, "TLSv1.3")).isEqualTo("TLSv1.3");
        assertThat(protocol(trusting, tlsPort, "TLSv1.2")).isEqualTo("TLSv1.2");
        assertThatThrownBy(() -> protocol(trusting, tlsPort, "TLSv1.1"))
            .isInstanceOf(IOException.class);
        assertThat(streamed(trusting, tlsPort)).isEqualTo(sampleOfFile());
        assertThat(server.output()).doesNotContain(PASSWORD);
      }
    }
  }

  /** A range of a film, many buffers long. */
  private static byte[] streamed(SSLContext context, int port) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(context).build();
    String base = "https://localhost:" + port;
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(base + "/auth/login"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"username\":\"demo\",\"password\":\"demo\",\"device_label\":\"x\"}"))
            .build();
    String token =
        new JsonPath(client.send(login, BodyHandlers.ofString()).body()).getString("access_token");
    HttpRequest range =
        HttpRequest.newBuilder(URI.create(base + "/stream/" + Titles.MOVIE_BIG_FILE))
            .header("Authorization", "Bearer " + token)
            .header("Range", "bytes=" + FIRST + "-" + (FIRST + LENGTH - 1))
            .build();
    return client.send(range, BodyHandlers.ofByteArray()).body();
  }

  private static byte[] sampleOfFile() {
    byte[] bytes = new byte[LENGTH];
    SyntheticFile.read(FIRST, bytes);
    return bytes;
  }

  private static String protocol(SSLContext context, int port, String version) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    } catch (IllegalArgumentException e) {
      throw new SSLException(e);
    }
  }

  private Path certificate() throws Exception {
    Path keystore = directory.resolve("tls.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "proxy",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    assertThat(process.waitFor()).isZero();
    return keystore;
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("proxy", store.getCertificate("proxy"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}

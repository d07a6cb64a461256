package com.stoganet.proxy.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.http.edge.CountingApplication;
import com.stoganet.proxy.http.edge.CountingResource;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A resource that knows the version of its answer, behind the filter that sends it. */
@ExtendWith(ArquillianExtension.class)
class PreconditionsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @ArquillianResource private URL base;

  /** The real WAR and one resource more; of the servlet filters only the outermost one. */
  @Deployment(testable = false)
  static WebArchive proxy() {
    String webXml =
        """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
          <filter>
            <filter-name>request</filter-name>
            <filter-class>com.stoganet.proxy.http.edge.RequestFilter</filter-class>
          </filter>
          <filter-mapping>
            <filter-name>request</filter-name>
            <url-pattern>/counting/*</url-pattern>
          </filter-mapping>
        </web-app>
        """;
    return ShrinkWrap.create(ZipImporter.class, "preconditions.war")
        .importFrom(new File("target/api-proxy.war"))
        .as(WebArchive.class)
        .addClasses(CountingApplication.class, CountingResource.class)
        .setWebXML(new StringAsset(webXml));
  }

  @Test
  void given_a_known_version_when_asked_again_then_the_answer_is_not_even_built()
      throws IOException, InterruptedException {
    HttpResponse<String> first = get("known", "\"other\"");
    HttpResponse<String> again = get("known", tag(first));
    HttpResponse<String> next = get("known", "\"other\"");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(tag(again)).isEqualTo(tag(first));
    assertThat(again.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    assertThat(again.headers().firstValue("Vary")).hasValue("Authorization, Accept-Encoding");
    assertThat(built(next)).isEqualTo(built(first) + 1);
  }

  @Test
  void given_a_known_version_when_the_bytes_differ_then_the_tag_is_still_that_of_the_version()
      throws IOException, InterruptedException {
    HttpResponse<String> first = get("same", "\"other\"");
    HttpResponse<String> second = get("same", "\"other\"");

    assertThat(second.body()).isNotEqualTo(first.body());
    assertThat(tag(second)).isEqualTo(tag(first));
    assertThat(tag(get("another", "\"other\""))).isNotEqualTo(tag(first));
  }

  private HttpResponse<String> get(String version, String held)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "counting/" + version))
            .header("If-None-Match", held)
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static String tag(HttpResponse<?> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static int built(HttpResponse<String> answer) {
    return Integer.parseInt(answer.body().replaceAll("\\D", ""));
  }
}

package com.stoganet.proxy.incontainer;

import java.io.File;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The real WAR; only its filters are gone, which would keep the test framework out. */
final class RealWar {

  private RealWar() {}

  /** The WAR with a test that runs inside it. */
  static WebArchive with(Class<?> test) {
    return ShrinkWrap.create(ZipImporter.class, "in-container.war")
        .importFrom(new File("target/api-proxy.war"))
        .as(WebArchive.class)
        .addClass(test)
        .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class))
        .setWebXML(
            new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"/>"));
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}

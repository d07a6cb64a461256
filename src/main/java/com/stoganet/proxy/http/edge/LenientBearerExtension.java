package com.stoganet.proxy.http.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Makes {@link LenientBearerMechanism} a bean on Payara and GlassFish only.
 *
 * <p>Open Liberty does not have the API that it implements, and there a bean of that type would
 * replace MicroProfile JWT.
 */
public class LenientBearerExtension implements Extension {

  /** Set by Payara and GlassFish; nothing else distinguishes the servers without their classes. */
  private static final String PAYARA = "com.sun.aas.instanceRoot";

  void addMechanism(@Observes BeforeBeanDiscovery event) {
    if (System.getProperty(PAYARA) == null) {
      return;
    }
    Class<?> mechanism = LenientBearerMechanism.class;
    event
        .addAnnotatedType(mechanism, mechanism.getName())
        .add(ApplicationScoped.Literal.INSTANCE)
        .add(Typed.Literal.of(new Class<?>[] {mechanism}));
  }
}

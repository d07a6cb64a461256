package com.stoganet.proxy.shared;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A bean of which the application has one instance.
 *
 * <p>{@link Singleton} is no normal scope: CDI injects the bean itself and not a client proxy, so
 * that the bean needs no second constructor. A bean with an interceptor, such as that of
 * transactions, needs one anyway (CDI 4.0, section 3.10), and stays application scoped.
 */
@Stereotype
@Singleton
@Documented
@Target(TYPE)
@Retention(RUNTIME)
public @interface Service {}

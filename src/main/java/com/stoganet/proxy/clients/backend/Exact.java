package com.stoganet.proxy.clients.backend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose members decide about rights: one that {@link TolerantJson} cannot read makes the
 * whole answer unreadable, since without it a limited user would look like one without limits.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exact {}

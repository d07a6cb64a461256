package com.stoganet.proxy.clients.backend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member without which an answer makes no sense: {@link TolerantJson} does not read an answer
 * that lacks it, has null there, or something of another type.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {}

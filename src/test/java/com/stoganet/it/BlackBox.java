package com.stoganet.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.microshed.testing.jupiter.MicroShedTest;

/**
 * A test that knows the product from outside only: a base address and HTTP.
 *
 * <p>{@link RunningProxy} starts the real server once for all of them and tells MicroShed Testing
 * where it is (manual configuration); MicroShed then points RestAssured at it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("black-box")
@ExtendWith(RunningProxy.class)
@MicroShedTest
@interface BlackBox {}

package com.stoganet.proxy.auth;

/**
 * A user who signed in at least once.
 *
 * @param id the proxy's id
 * @param subject the id at the identity provider; never reused, unlike names
 * @param name the last spelling at the provider
 * @param administrator as the provider said last
 */
public record User(String id, String subject, String name, boolean administrator) {}

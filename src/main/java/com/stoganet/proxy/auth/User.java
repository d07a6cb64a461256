package com.stoganet.proxy.auth;

/**
 * A user who signed in at least once.
 *
 * @param id ours
 * @param subject theirs at the identity provider; never reused, unlike names
 * @param name as the provider spelled it last
 * @param administrator as the provider said last
 */
public record User(String id, String subject, String name, boolean administrator) {}

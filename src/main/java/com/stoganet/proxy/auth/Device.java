package com.stoganet.proxy.auth;

/**
 * One sign-in of one person on one device.
 *
 * @param id random and unique to the sign-in; the provider knows the device by it
 * @param label what its owner calls it
 */
public record Device(String id, String label) {}

package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ClientAddress;

/**
 * Where a request comes from.
 *
 * @param address of the client, not of a proxy that is trusted
 * @param client the program, as it names itself; may be empty
 */
public record ClientOrigin(ClientAddress address, String client) {}

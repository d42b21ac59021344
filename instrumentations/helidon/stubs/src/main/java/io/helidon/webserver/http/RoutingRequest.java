package io.helidon.webserver.http;

/** Stub. */
public interface RoutingRequest extends ServerRequest {}

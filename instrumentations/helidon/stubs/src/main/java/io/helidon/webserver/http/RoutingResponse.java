package io.helidon.webserver.http;

/** Stub. */
public interface RoutingResponse extends ServerResponse {}

package io.helidon.http;

/** Stub. */
public interface ServerResponseHeaders extends Headers {}

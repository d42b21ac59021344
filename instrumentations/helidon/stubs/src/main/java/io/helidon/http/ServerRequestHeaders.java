package io.helidon.http;

/** Stub. */
public interface ServerRequestHeaders extends Headers {}

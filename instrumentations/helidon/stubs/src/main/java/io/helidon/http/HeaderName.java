package io.helidon.http;

/** Stub. */
public interface HeaderName {}

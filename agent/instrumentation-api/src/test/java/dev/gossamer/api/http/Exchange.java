package dev.gossamer.api.http;

/** A request and its answer. */
record Exchange(String method, String path, int status) {}

package dev.gossamer.api.method;

/**
 * How one type of result tells that it is done. Implementations have a constructor without
 * parameters; what fails in them ends the span at once. Thread-safe.
 */
public interface AsyncResult {
  /**
   * Arranges that {@link MethodSpan#finish} is called when the result is there, failed, or nobody
   * wants it any more.
   *
   * @param result what the method returned, not null
   * @return what the caller gets: the result itself, unless its type can be watched from around
   *     only
   */
  Object watch(Object result, MethodSpan span);
}

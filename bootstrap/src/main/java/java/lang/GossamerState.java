package java.lang;

/**
 * What a woven class implements when an instrumentation keeps state on its instances: one field,
 * reached without a map. It lives in {@code java.lang} because that is the one package every class
 * loader delegates.
 *
 * <p>The value belongs to the agent; applications have no use for it. Implementations are generated
 * and thread-safe in the sense of a volatile field.
 */
public interface GossamerState {
  /** The state kept on this object, or null. */
  Object gossamerState();

  /** Replaces the state kept on this object; null drops it. */
  void gossamerState(Object state);
}

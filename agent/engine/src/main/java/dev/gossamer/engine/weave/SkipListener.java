package dev.gossamer.engine.weave;

/** Is told of methods that match a rule and yet stay as they are. */
public interface SkipListener {
  /**
   * @param name of the method
   * @param descriptor of the method
   * @param reason why it can't be woven, for people
   */
  void skipped(String name, String descriptor, String reason);
}

package dev.gossamer.engine.index;

/**
 * Numbers on which the index's writer and its reader agree.
 *
 * <p>Layout, big-endian; strings are numbers into the pool, lists are preceded by their length:
 *
 * <ol>
 *   <li>magic; string pool: count, offset of each, where the rest goes on, characters
 *   <li>instrumentations: name, variant, flags, aliases, members of the library
 *   <li>number of required classes; targets: instrumentation, flags, exceptions, requirements,
 *       offset of rules
 *   <li>four tables from name to targets: annotations (descriptors), exact types, super types,
 *       methods advised in subtypes
 *   <li>hooks, of fixed size: instrumentation, replaces, advice class, method, descriptor
 *   <li>rules: names, parameters, further, returned types, other, annotations, hooks with their
 *       bindings
 * </ol>
 */
public final class IndexFormat {
  /** The first four bytes. */
  public static final int MAGIC = 0x474f5303;

  /** Flag of a target that carries state. */
  public static final int STATE = 1;

  /** Flag of a target whose types and methods the user names. */
  public static final int CONFIGURED = 2;

  /** Flag of a target that means methods as the application's authors wrote them. */
  public static final int OF_APPLICATION = 4;

  /** Flag of a target that counts only where the application runs already. */
  public static final int ATTACHED = 8;

  /** Flag of an instrumentation that is on when no setting says otherwise. */
  public static final int ON = 1;

  /** Flag of an instrumentation whose OpenTelemetry is the application's. */
  public static final int BRIDGE = 2;

  /** Flag of an instrumentation that is of no use where no metrics are exported. */
  public static final int METRICS = 4;

  /** Where the number of parameters stands: any will do. */
  public static final int ANY = 0xff;

  static final int HOOK_SIZE = 9;

  private IndexFormat() {}
}

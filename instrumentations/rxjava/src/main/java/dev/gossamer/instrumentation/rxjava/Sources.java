package dev.gossamer.instrumentation.rxjava;

/**
 * Which classes signal from threads that RxJava did not choose. Its other operators signal on the
 * thread on which they were subscribed to or signalled themselves, or by a scheduler.
 */
final class Sources {
  private static final String OPERATORS = "io.reactivex.internal";

  /** Ends of the names of operators that hand on what any thread tells them. */
  private static final String[] ANY_THREAD = {
    "Create",
    "UnsafeCreate",
    "FromUnsafeSource",
    "FromPublisher",
    "FromCompletionStage",
    // One subscription to the source serves several subscribers.
    "Cache",
    "Publish",
    "PublishAlt",
    "PublishClassic",
    "Replay",
  };

  /** Parts of names of operators that subscribe to what the application returns: any Publisher. */
  private static final String[] ANY_PUBLISHER = {"FlatMap", "ConcatMap", "SwitchMap", "ScalarXMap"};

  private static final ClassValue<Boolean> KNOWN =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return compute(type.getName());
        }
      };

  private Sources() {}

  static boolean mayCallFromAnyThread(Class<?> source) {
    return KNOWN.get(source);
  }

  private static boolean compute(String name) {
    // They do themselves what the answer is for.
    if (name.startsWith(WatchedSource.class.getName())) {
      return false;
    }
    // Subjects, processors, and whatever libraries and applications bring.
    if (!name.startsWith(OPERATORS)) {
      return true;
    }
    for (String end : ANY_THREAD) {
      if (name.endsWith(end)) {
        return true;
      }
    }
    if (name.indexOf("Flowable") >= 0 || name.indexOf("Publisher") >= 0) {
      for (String part : ANY_PUBLISHER) {
        if (name.indexOf(part) >= 0) {
          return true;
        }
      }
    }
    return false;
  }
}

package dev.gossamer.engine.index;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instrumentation, or one of its renamed variants. Immutable. */
public final class Instrumented {
  private final int id;
  private final String name;
  private final String variant;
  private final String[] aliases;
  private final int flags;
  private final byte[] index;
  private final int membersAt;
  private final int memberCount;
  private final Strings strings;

  Instrumented(
      int id,
      String name,
      String variant,
      String[] aliases,
      int flags,
      byte[] index,
      int membersAt,
      int memberCount,
      Strings strings) {
    this.id = id;
    this.name = name;
    this.variant = variant;
    this.aliases = aliases;
    this.flags = flags;
    this.index = index;
    this.membersAt = membersAt;
    this.memberCount = memberCount;
    this.strings = strings;
  }

  /** Its number in the index. */
  public int id() {
    return id;
  }

  /** Its name in settings. */
  public String name() {
    return name;
  }

  /** For people: the name, and the package that makes the variant. */
  public String displayName() {
    return variant.isEmpty() ? name : name + " (" + variant + ")";
  }

  /** Further names in settings. */
  public List<String> aliases() {
    return Collections.unmodifiableList(Arrays.asList(aliases));
  }

  /** Whether it is on when no setting says otherwise. */
  public boolean onByDefault() {
    return (flags & IndexFormat.ON) != 0;
  }

  /** Whether it is of no use where no metrics are exported. */
  public boolean isMeasuringOnly() {
    return (flags & IndexFormat.METRICS) != 0;
  }

  /** Whether OpenTelemetry, in its code, is the application's. */
  public boolean isBridge() {
    return (flags & IndexFormat.BRIDGE) != 0;
  }

  /** What its code refers to of the library; looked for in a class loader before it is woven. */
  public Member[] members() {
    Cursor in = new Cursor(index, membersAt);
    Member[] members = new Member[memberCount];
    for (int i = 0; i < members.length; i++) {
      members[i] = new Member(strings.read(in), strings.read(in), strings.read(in));
    }
    return members;
  }

  /** A class of the library, or a field or method of it. Immutable. */
  public static final class Member {
    private final String owner;
    private final String name;
    private final String descriptor;

    Member(String owner, String name, String descriptor) {
      this.owner = owner;
      this.name = name;
      this.descriptor = descriptor;
    }

    /** Internal name of the class through which it is referred to. */
    public String owner() {
      return owner;
    }

    /** Name of the field or method, or null when the class itself is meant. */
    public @Nullable String name() {
      return name.isEmpty() ? null : name;
    }

    /** Descriptor of the field or method. */
    public String descriptor() {
      return descriptor;
    }

    /** For people. */
    @Override
    public String toString() {
      String type = owner.replace('/', '.');
      return name.isEmpty() ? type : type + "." + name + descriptor;
    }
  }
}

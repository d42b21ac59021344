package dev.gossamer.api.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what one {@link Instrumentation} says. Not thread-safe; build time only. */
public final class Description {
  private String name = "";
  private List<String> aliases = Collections.emptyList();
  private boolean enabledByDefault = true;
  private boolean openTelemetryOfApplication;
  private boolean measuringOnly;
  private final Map<String, String> supported = new LinkedHashMap<>();
  private final Map<String, String> packages = new LinkedHashMap<>();
  private final List<Types> types = new ArrayList<>();

  /**
   * The name by which it is switched: {@code OTEL_INSTRUMENTATION_<NAME>_ENABLED}; the aliases
   * switch it too.
   */
  public Description named(String name, String... aliases) {
    this.name = name;
    this.aliases = Arrays.asList(aliases.clone());
    return this;
  }

  /** A row of the table of supported libraries. */
  public Description supports(String library, String versions) {
    supported.put(library, versions);
    return this;
  }

  /** Off unless switched on by name. */
  public Description offByDefault() {
    enabledByDefault = false;
    return this;
  }

  /** It makes metrics and nothing else: where none are exported, nothing is woven. */
  public Description measuresOnly() {
    measuringOnly = true;
    return this;
  }

  /**
   * {@code io.opentelemetry} in the module's classes means the application's, as if it were any
   * library. The agent's is out of their reach, but for what {@code dev.gossamer.api.bridge} has.
   */
  public Description seesOpenTelemetryOfApplication() {
    openTelemetryOfApplication = true;
    return this;
  }

  /**
   * The same instrumentation once more for the library's renamed packages, made when the agent is
   * built: {@code alsoFor("javax.servlet", "jakarta.servlet")}. Target names, requirements and the
   * advice's own references are renamed.
   */
  public Description alsoFor(String packagePrefix, String renamedTo) {
    packages.put(packagePrefix, renamedTo);
    return this;
  }

  /** Targets by exact binary name. */
  public Types onType(String... names) {
    return add(new Types(Types.Kind.NAMED, names));
  }

  /**
   * Targets that extend or implement one of these, directly or not, and the named types themselves.
   * Interfaces are never woven.
   */
  public Types onSubtypesOf(String... names) {
    return add(new Types(Types.Kind.SUBTYPES, names));
  }

  /**
   * Classes of the application, interfaces included, that have a method with one of these
   * annotations, by binary name. To be advised by {@link Methods#annotatedWith} only.
   */
  public Types onTypesWith(String... annotations) {
    return add(new Types(Types.Kind.ANNOTATED, annotations));
  }

  /**
   * The types, and their subtypes, that the user names in {@code
   * OTEL_INSTRUMENTATION_METHODS_INCLUDE}. To be advised by {@link Methods#configured} only.
   */
  public Types onConfiguredTypes() {
    return add(new Types(Types.Kind.CONFIGURED));
  }

  private Types add(Types added) {
    types.add(added);
    return added;
  }

  /** The name given by {@link #named}. */
  public String name() {
    return name;
  }

  /** Further names that switch it. */
  public List<String> aliases() {
    return Collections.unmodifiableList(aliases);
  }

  /** Whether it is on when no setting says otherwise. */
  public boolean enabledByDefault() {
    return enabledByDefault;
  }

  /** See {@link #measuresOnly}. */
  public boolean isMeasuringOnly() {
    return measuringOnly;
  }

  /** See {@link #seesOpenTelemetryOfApplication}. */
  public boolean isOpenTelemetryOfApplication() {
    return openTelemetryOfApplication;
  }

  /** Library to versions, in the order given. */
  public Map<String, String> supported() {
    return Collections.unmodifiableMap(supported);
  }

  /** Package prefix to its renamed form, see {@link #alsoFor}. */
  public Map<String, String> packages() {
    return Collections.unmodifiableMap(packages);
  }

  /** The targets, in the order given. */
  public List<Types> types() {
    return Collections.unmodifiableList(types);
  }
}

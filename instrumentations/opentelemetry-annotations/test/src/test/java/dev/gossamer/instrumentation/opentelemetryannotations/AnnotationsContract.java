package dev.gossamer.instrumentation.opentelemetryannotations;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Libraries;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.app.TestApp;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What annotated methods give, on every Java and with every version of the annotations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnnotationsContract {
  static final String PACKAGE = AnnotatedApp.class.getPackageName() + ".";

  @RegisterExtension final AgentExtension agent = AgentExtension.shared(this::application);

  private final String version;

  AnnotationsContract(String version) {
    this.version = version;
  }

  AgentJvmBuilder application() {
    return app(version)
        .env(
            "OTEL_INSTRUMENTATION_OPENTELEMETRY_INSTRUMENTATION_ANNOTATIONS_EXCLUDE_METHODS",
            PACKAGE + "Shop[left]");
  }

  static AgentJvmBuilder app(String version) {
    List<Path> classPath = new ArrayList<>(List.of(home(AnnotatedApp.class), home(TestApp.class)));
    classPath.addAll(Libraries.named(version));
    return AgentJvm.app(AnnotatedApp.class).classPath(classPath);
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMethodIsASpanBelowTheCurrentOneNamedAfterItsClassAndItself() {
    assertThat(under("plain")).isEqualTo("plain");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("Shop", "plain")
                    .scope("dev.gossamer.opentelemetry-instrumentation-annotations")
                    .childOf(0)
                    .noOtherAttributes()));
  }

  @Test
  void withoutACurrentSpanItIsARoot() {
    assertThat(agent.jvm().call("plain")).isEqualTo("plain");
    agent.traces().exactly(trace(method("Shop", "plain").root()));
  }

  @Test
  void nameKindAndParentAreAsTheAnnotationSays() {
    assertThat(under("named")).isEqualTo("namedclientplain");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("a name of its own", "Shop", "named").childOf(0),
                span("Shop.client").kind(SpanKind.CLIENT).childOf(0)),
            trace(method("Shop", "root").root(), method("Shop", "plain").childOf(0)));
  }

  @Test
  void overloadsAndPrivateMethodsAreSpansAndArgumentsReachThemUnchanged() {
    assertThat(under("nested")).isEqualTo("a1hidden2hidden");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("Shop", "outer").childOf(0),
                method("Shop", "hidden").childOf(1),
                method("overload", "Shop", "outer").childOf(0),
                method("Shop", "hidden").childOf(3)));
  }

  @Test
  void theBridgeOfAGenericMethodIsNoSecondSpan() {
    assertThat(under("generic")).isEqualTo("xx");
    agent.traces().exactly(trace(server(), method("Named.make", "Shop$Named", "make").childOf(0)));
  }

  @Test
  void methodsOfInterfacesWithABodyAreSpans() {
    assertThat(under("default")).isEqualTo("greetedhello");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("Greeting.greet", "Shop$Greeting", "greet").childOf(0),
                method("Greeting.hello", "Shop$Greeting", "hello").childOf(0)));
  }

  @Test
  void aMethodOfAnAnonymousClassIsNamedAfterItsBinaryName() {
    assertThat(under("anonymous")).isEqualTo("anonymous");
    agent.traces().exactly(trace(server(), method("Shop$1.get", "Shop$1", "get").childOf(0)));
  }

  @Test
  void aConstructorIsNoSpan() {
    assertThat(under("constructor")).isEqualTo("made");
    agent.traces().exactly(trace(server()));
  }

  @Test
  void whatAMethodThrowsIsRecordedAndThrown() {
    assertThat(agent.jvm().call("caught", "no goods")).isEqualTo("java.io.IOException: no goods");
    agent.traces().exactly(trace(failed(method("Shop", "fail"), "java.io.IOException").root()));
  }

  @Test
  void anExcludedMethodIsNoSpan() {
    assertThat(under("excluded")).isEqualTo("leftplain");
    agent.traces().exactly(trace(server(), method("Shop", "plain").childOf(0)));
  }

  @Test
  void argumentsAreAttributesOfTheirTypes() {
    assertThat(under("attributes")).isEqualTo("scalarsarrayslists");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("Attributed", "scalars")
                    .childOf(0)
                    .attributes(
                        Map.ofEntries(
                            Map.entry("string", "text"),
                            Map.entry("boolean", true),
                            Map.entry("byte", 1L),
                            Map.entry("short", 2L),
                            Map.entry("int", 3L),
                            Map.entry("named", 4L),
                            Map.entry("float", 5.0),
                            Map.entry("double", 6.0),
                            Map.entry("char", "c"),
                            Map.entry("boxed", 7L),
                            Map.entry("enum", "DAYS"),
                            Map.entry("object", "8")))
                    .noOtherAttributes(),
                method("Attributed", "arrays")
                    .childOf(0)
                    .attribute("strings", List.of("a", "b"))
                    .attribute("ints", List.of(1L, 2L))
                    .attribute("longs", List.of(3L))
                    .attribute("doubles", List.of(0.5))
                    .attribute("booleans", List.of(true, false))
                    .attribute("none", List.of())
                    .noOtherAttributes(),
                method("Attributed", "lists")
                    .childOf(0)
                    .attribute("strings", List.of("a", "b"))
                    .attribute("numbers", List.of(1L, 2L))
                    .attribute("reals", List.of(0.5, 1.0))
                    .noOtherAttributes()));
  }

  @Test
  void whatIsNullIsNoAttribute() {
    assertThat(under("nulls")).isEqualTo("nulls");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("Attributed", "some")
                    .childOf(0)
                    .attribute("there", "there")
                    .noOtherAttributes()));
  }

  @Test
  void argumentsAreAddedToTheCurrentSpanWhateverItIs() {
    assertThat(under("adding")).isEqualTo("belowboth");
    assertThat(under("adding-to-caller")).isEqualTo("caller");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("Attributed", "addingBelowSpan")
                    .childOf(0)
                    .attribute("added", "below")
                    .attribute("count", 1L)
                    .noOtherAttributes(),
                method("Attributed", "both")
                    .childOf(1)
                    .attribute("both", "both")
                    .noOtherAttributes()),
            trace(server().attribute("added", "caller").attribute("count", 3L)));
  }

  @Test
  void theAnnotationsOfTheEarlierPackageDoTheSame() {
    assertThat(under("earlier")).isEqualTo("a value");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("earlier", "Earlier", "method").childOf(0).attribute("key", "a value")));
  }

  @ParameterizedTest
  @CsvSource({"future,futureOf,true", "stage,stageOf,ended", "listenable,listenableOf,truetrue"})
  void aSpanEndsWhenTheFutureDoes(String command, String name, String result) {
    assertThat(under(command, "value")).isEqualTo(result);
    agent.traces().exactly(trace(server(), lasting(name).childOf(0), between().childOf(0)));
  }

  @ParameterizedTest
  @CsvSource({"future,futureOf", "stage,stageOf", "listenable,listenableOf"})
  void aFutureThatFailsIsAFailedSpan(String command, String name) {
    under(command, "fail");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                failed(lasting(name), "java.lang.IllegalStateException").childOf(0),
                between().childOf(0)));
  }

  @Test
  void aFutureThatIsCancelledEndsItsSpan() {
    assertThat(under("listenable", "cancel")).isEqualTo("truetrue");
    agent
        .traces()
        .exactly(trace(server(), lasting("listenableOf").childOf(0), between().childOf(0)));
  }

  @ParameterizedTest
  @CsvSource({"done,true", "null,null"})
  void aFutureThatIsDoneOrNoneEndsItsSpanAtOnce(String end, String result) {
    assertThat(under("future", end)).isEqualTo(result);
    agent.traces().exactly(trace(server(), lasting("futureOf").childOf(0)));
  }

  @Test
  void aMonoIsSubscribedToBelowItsSpanAndWhatFollowsBelongsToTheCaller() {
    assertThat(under("mono", "value")).isEqualTo("value+between");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                lasting("monoOf").childOf(0),
                method("Asynchronous", "inside").childOf(1),
                between().childOf(0),
                between().childOf(0)));
  }

  @Test
  void aMonoThatFailsIsAFailedSpan() {
    assertThat(under("mono", "fail")).isEqualTo("no goods");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                failed(lasting("monoOf"), "java.lang.IllegalStateException").childOf(0),
                between().childOf(0)));
  }

  @Test
  void aMonoThatIsCancelledOrThereAlreadyEndsItsSpan() {
    assertThat(under("mono", "cancel")).isEmpty();
    assertThat(under("mono", "done")).isEqualTo("done");
    agent
        .traces()
        .exactly(
            trace(server(), lasting("monoOf").childOf(0), between().childOf(0)),
            trace(server(), lasting("monoOf").childOf(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "cancel"})
  void aFluxEndsItsSpanWithItsLastElementOrWhenNobodyWantsMore(String end) {
    assertThat(under("flux", end)).startsWith("[a");
    agent.traces().exactly(trace(server(), lasting("fluxOf").childOf(0)));
  }

  @Test
  void aFluxThatFailsIsAFailedSpan() {
    assertThat(under("flux", "fail")).isEqualTo("[a, b, failed]");
    agent
        .traces()
        .exactly(
            trace(
                server(), failed(lasting("fluxOf"), "java.lang.IllegalStateException").childOf(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flowable", "maybe", "observable", "single"})
  void aSourceOfRxJavaIsSubscribedToBelowItsSpan(String kind) {
    assertThat(under("rx", kind, "value")).isEqualTo("value+betweenfalse");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("RxSources", kind + "Of").childOf(0),
                method("Asynchronous", "inside").childOf(1),
                between().childOf(0),
                between().childOf(0)));
  }

  @Test
  void aSourceOfRxJava2IsSubscribedToBelowItsSpan() {
    assertThat(under("rx2", "value")).isEqualTo("value+betweentrue");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("RxSources", "rx2Of").childOf(0),
                method("Asynchronous", "inside").childOf(1),
                between().childOf(0)));
  }

  @Test
  void aCompletableEndsItsSpanWhenItIsComplete() {
    assertThat(under("rx", "completable", "value")).isEqualTo("false");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                method("RxSources", "completableOf").childOf(0),
                method("Asynchronous", "inside").childOf(1),
                between().childOf(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completable", "flowable", "maybe", "observable", "single"})
  void aSourceOfRxJavaThatFailsIsAFailedSpan(String kind) {
    assertThat(under("rx", kind, "fail")).isEqualTo("no goodsfalse");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                failed(method("RxSources", kind + "Of"), "java.lang.IllegalStateException")
                    .childOf(0),
                between().childOf(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completable", "flowable", "maybe", "observable", "single"})
  void aSourceOfRxJavaThatNobodyWaitsForEndsItsSpan(String kind) {
    assertThat(under("rx", kind, "cancel")).isEqualTo("false");
    agent
        .traces()
        .exactly(
            trace(server(), method("RxSources", kind + "Of").childOf(0), between().childOf(0)));
  }

  final String under(String command, String... arguments) {
    return agent.jvm().callUnderSpan(null, command, arguments);
  }

  static SpanExpectation server() {
    return span("GET /call").kind(SpanKind.SERVER).root();
  }

  private static SpanExpectation between() {
    return method("Asynchronous", "between");
  }

  private static SpanExpectation lasting(String name) {
    return method("Asynchronous", name);
  }

  private static SpanExpectation failed(SpanExpectation span, String type) {
    return span.exception(type, "no goods").status(dev.gossamer.testing.SpanStatus.ERROR);
  }

  static SpanExpectation method(String type, String name) {
    return method(type + "." + name, type, name);
  }

  static SpanExpectation method(String spanName, String type, String name) {
    return span(spanName)
        .kind(SpanKind.INTERNAL)
        .attribute("code.function.name", PACKAGE + type + "." + name);
  }
}

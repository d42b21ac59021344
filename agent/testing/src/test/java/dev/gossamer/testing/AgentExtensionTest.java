package dev.gossamer.testing;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class AgentExtensionTest {

  /** The messages of all failures of a class, test by test and of the class itself. */
  private static List<String> failures(Class<?> tests) {
    List<String> failures = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result
                    .getThrowable()
                    .ifPresent(e -> failures.add(test.getDisplayName() + ": " + e));
              }
            });
    return failures;
  }

  private static AgentJvmBuilder app() {
    return AgentJvm.app(TrivialApp.class).agent(TrivialAgent.jar());
  }

  static final class EverythingExplained {
    @RegisterExtension
    static final AgentExtension agent = AgentExtension.shared(AgentExtensionTest::app);

    @Test
    void spanIsExpected() {
      agent.jvm().call("span", "expected");
      agent.traces().exactly(trace(span("expected").root()));
    }

    @Test
    void warningIsExpected() {
      agent.jvm().call("print", "[gossamer] warning: setting x is bad");
      agent.expectErrorLine("setting x");
    }

    @Test
    void lineOfTheApplicationIsNobodysBusiness() {
      agent.jvm().call("print", "java.lang.IllegalStateException: the application's own");
    }
  }

  static final class Unexplained {
    @RegisterExtension
    static final AgentExtension agent = AgentExtension.shared(AgentExtensionTest::app);

    @Test
    void span() {
      agent.jvm().call("span", "stray");
    }

    @Test
    void warning() {
      agent.jvm().call("print", "[gossamer] warning: stray");
      agent.jvm().awaitErrorLine(line -> line.contains("stray"));
    }

    @Test
    void secondLineOfInformation() {
      agent.jvm().call("print", "[gossamer] stray information");
      agent.jvm().awaitErrorLine(line -> line.contains("stray information"));
    }

    @Test
    void failureOfWovenCode() {
      agent.jvm().call("print", "java.lang.VerifyError: stray");
      agent.jvm().awaitErrorLine(line -> line.contains("VerifyError"));
    }
  }

  static final class Launching {
    @RegisterExtension static final AgentExtension agent = AgentExtension.perTest();

    @Test
    void spanThatIsFlushedAtTheEndOnly() {
      AgentJvm jvm = agent.launch(app().withoutFence());
      jvm.call("span", "late");
    }

    @Test
    void startsNoJvmByItself() {
      assertThat(agent.receiver().spans()).isEmpty();
    }
  }

  static final class SharingSeveral {
    @RegisterExtension static final AgentExtension agent = AgentExtension.perTest();

    private static AgentJvm second;

    @BeforeAll
    static void share() {
      agent.share(app());
      second = agent.share(app());
    }

    @Test
    void lineOfTheSecond() {
      second.call("print", "[gossamer] warning: stray");
      second.awaitErrorLine(line -> line.contains("stray"));
    }

    @Test
    void spanOfTheSecond() {
      second.call("span", "stray");
    }

    @Test
    void bothRun() {
      assertThat(agent.jvm()).isNotSameAs(second);
      assertThat(agent.jvm().isAlive() && second.isAlive()).isTrue();
    }
  }

  static final class Failing {
    @RegisterExtension static final AgentExtension agent = AgentExtension.perTest();

    @Test
    void reportsItsOwnFailureAndTheOutput() {
      AgentJvm jvm = agent.launch(app());
      jvm.call("print", "said before");
      jvm.awaitErrorLine(line -> line.contains("said before"));
      throw new AssertionError("its own");
    }
  }

  @Test
  void passesWhenEverythingIsExplained() {
    assertThat(failures(EverythingExplained.class)).isEmpty();
  }

  @Test
  void failsTheTestThatLeavesSomethingUnexplained() {
    assertThat(failures(Unexplained.class))
        .hasSize(4)
        .anyMatch(it -> it.startsWith("span()") && it.contains("INTERNAL \"stray\""))
        .anyMatch(it -> it.startsWith("warning()") && it.contains("[gossamer] warning: stray"))
        .anyMatch(it -> it.startsWith("secondLine") && it.contains("[gossamer] stray information"))
        .anyMatch(it -> it.startsWith("failureOfWovenCode()") && it.contains("VerifyError"));
  }

  @Test
  void checksALaunchedJvmAfterItHasEnded() {
    assertThat(failures(Launching.class))
        .singleElement()
        .satisfies(
            it -> assertThat(it).startsWith("spanThatIsFlushed").contains("INTERNAL \"late\""));
  }

  @Test
  void watchesEachOfSeveralSharedJvms() {
    assertThat(failures(SharingSeveral.class))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("lineOfTheSecond()") && it.contains("warning: stray"))
        .anyMatch(it -> it.startsWith("spanOfTheSecond()") && it.contains("INTERNAL \"stray\""));
  }

  @Test
  void leavesTheFailureOfATestAlone() {
    assertThat(failures(Failing.class)).singleElement().asString().contains("its own");
  }
}

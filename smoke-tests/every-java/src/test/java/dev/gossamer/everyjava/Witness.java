package dev.gossamer.everyjava;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** An agent that counts calls of methods that another one may have woven, and says how many. */
public final class Witness {
  /** How often a method was entered that this agent wove. */
  public static final AtomicInteger CALLS = new AtomicInteger();

  private Witness() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .type(named("org.example.orders.OrderServlet"))
        .transform((type, a, b, c, d) -> type.visit(Advice.to(Entered.class).on(named("doGet"))))
        .type(named("org.apache.kafka.clients.producer.KafkaProducer"))
        .transform((type, a, b, c, d) -> type.visit(Advice.to(Entered.class).on(named("send"))))
        .type(named("org.eclipse.jetty.server.Server"))
        .transform((type, a, b, c, d) -> type.visit(Advice.to(Entered.class).on(named("handle"))))
        .installOn(instrumentation);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.out.println("witness: " + CALLS.get())));
  }

  /** Is copied to the start of the methods. */
  public static final class Entered {
    private Entered() {}

    /** Counts. */
    @Advice.OnMethodEnter
    public static void enter() {
      CALLS.incrementAndGet();
    }
  }
}

package dev.gossamer.instrumentation.spark;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises what a request passes before each of its filters and its route. */
public final class SparkInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("spark", "spark-2.3").supports("Spark (sparkjava.com)", "2.3 to 2.9");
    it.onType("spark.Request")
        .advise(method("changeMatch").takes("spark.routematch.RouteMatch"), MatchAdvice.class);
    it.onType("spark.ExceptionMapper")
        .advise(method("getHandler").takes("java.lang.Exception"), UncaughtAdvice.class);
  }
}

package dev.gossamer.instrumentation.resteasy;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the registries that find the invoker of a request, and the invokers' constructors. */
public final class ResteasyInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("resteasy", "resteasy-3.0", "resteasy-6.0", "jaxrs", "jaxrs-2.0", "jaxrs-3.0")
        .supports("RESTEasy", "4.0 to 7.0");
    it.onType("org.jboss.resteasy.core.ResourceMethodRegistry")
        .advise(
            method("getResourceInvoker").takes("org.jboss.resteasy.spi.HttpRequest"),
            RootMatchAdvice.class);
    it.onType("org.jboss.resteasy.core.LocatorRegistry")
        .advise(
            method("getResourceInvoker").takes("org.jboss.resteasy.spi.HttpRequest"),
            LocatedMatchAdvice.class);
    it.onType("org.jboss.resteasy.core.ResourceMethodInvoker")
        .advise(
            constructor().takesFirst("org.jboss.resteasy.spi.metadata.ResourceMethod"),
            MethodInvokerAdvice.class)
        .carryState();
    it.onType("org.jboss.resteasy.core.ResourceLocatorInvoker")
        .advise(
            constructor()
                .takes(
                    "org.jboss.resteasy.spi.ResourceFactory",
                    "org.jboss.resteasy.spi.InjectorFactory",
                    "org.jboss.resteasy.spi.ResteasyProviderFactory",
                    "org.jboss.resteasy.spi.metadata.ResourceLocator"),
            LocatorInvokerAdvice.class)
        .carryState();
    it.onType("org.jboss.resteasy.specimpl.BaseHttpRequest").carryState();
    it.onType("org.jboss.resteasy.core.providerfactory.DefaultExceptionMapper")
        .advise(method("toResponse").takes("java.lang.Throwable"), DefaultMapperAdvice.class);
  }
}

package dev.gossamer.instrumentation.cxf;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the two places where CXF notes which operation it found for a request. */
public final class CxfInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("cxf", "cxf-3.2", "jaxrs", "jaxrs-2.0", "jaxrs-3.0")
        .supports("Apache CXF JAX-RS", "3.5 to 4.2");
    it.onType("org.apache.cxf.jaxrs.interceptor.JAXRSInInterceptor")
        .advise(
            method("setExchangeProperties")
                .takesFirst(
                    "org.apache.cxf.message.Message",
                    "org.apache.cxf.message.Exchange",
                    "org.apache.cxf.jaxrs.model.OperationResourceInfo"),
            RootMatchAdvice.class);
    it.onType("org.apache.cxf.jaxrs.utils.JAXRSUtils")
        .advise(
            method("getUriTemplate")
                .takes(
                    "org.apache.cxf.message.Message",
                    "org.apache.cxf.jaxrs.model.ClassResourceInfo",
                    "org.apache.cxf.jaxrs.model.OperationResourceInfo",
                    "org.apache.cxf.jaxrs.model.OperationResourceInfo"),
            LocatedMatchAdvice.class);
    it.onType("org.apache.cxf.jaxrs.model.OperationResourceInfo").carryState();
    it.onType("org.apache.cxf.message.ExchangeImpl").carryState();
  }
}

package dev.gossamer.instrumentation.sample;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.absent;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

public final class SampleInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("sample", "specimen").alsoFor("sample.library", "renamed.library");
    it.onType("sample.library.Client")
        .when(present("sample.library.Request"), absent("sample.library.Retired"))
        .advise(method("send").takes("sample.library.Request", "int"), ClientAdvice.class);
    it.onSubtypesOf("sample.library.Handler")
        .except("sample.library.internal.")
        .advise(method("handle"), HandlerAdvice.class)
        .carryState();
  }
}

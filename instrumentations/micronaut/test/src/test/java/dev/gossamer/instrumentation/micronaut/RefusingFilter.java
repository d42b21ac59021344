package dev.gossamer.instrumentation.micronaut;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Answers in the place of a controller. */
@ServerFilter(MicronautApp.CONTEXT + "/kinds/filtered/**")
class RefusingFilter {
  @RequestFilter
  HttpResponse<?> refuse() {
    return HttpResponse.unauthorized();
  }
}

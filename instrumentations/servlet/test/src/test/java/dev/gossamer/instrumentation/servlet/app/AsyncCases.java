package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;

/** Cases that other threads end. */
final class AsyncCases {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  static final Map<String, Application.Case> ALL = new TreeMap<>();

  static {
    ALL.put("/async-dispatch", it -> start(it, async -> async.dispatch("/exact")));
    ALL.put("/async-dispatch-again", AsyncCases::dispatchAgain);
    ALL.put("/async-start-again", AsyncCases::startAgain);
    ALL.put("/async-start", AsyncCases::startInContainer);
    ALL.put("/async-complete-now", AsyncCases::completeNow);
    ALL.put("/async-timeout", it -> it.request.startAsync().setTimeout(50));
    ALL.put("/async-timeout-handled", AsyncCases::handleTimeout);
    ALL.put("/async-throws", AsyncCases::throwAfterStart);
    ALL.put("/async-dispatch-throws", it -> start(it, async -> async.dispatch("/throws-io")));
    ALL.put("/async-error-status", AsyncCases::errorStatus);
    ALL.put("/async-abort", AsyncCases::writeUntilItFails);
    ALL.put("/async-wrapped", AsyncCases::wrapped);
  }

  private AsyncCases() {}

  private interface Later {
    void run(AsyncContext async) throws IOException;
  }

  private static void start(CaseServlet.Exchange it, Later later) {
    later(it.request.startAsync(), later);
  }

  private static void later(AsyncContext async, Later later) {
    THREADS.execute(
        () -> {
          try {
            later.run(async);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void dispatchAgain(CaseServlet.Exchange it) throws IOException {
    if (it.request.getDispatcherType() == DispatcherType.ASYNC) {
      FarEnd.call();
      it.print("again");
    } else {
      start(it, AsyncContext::dispatch);
    }
  }

  /** Two asynchronous cycles: only the end of the second is the request's. */
  private static void startAgain(CaseServlet.Exchange it) {
    if (it.request.getDispatcherType() == DispatcherType.ASYNC) {
      start(
          it,
          async -> {
            FarEnd.call();
            it.response.setStatus(202);
            async.complete();
          });
    } else {
      start(it, AsyncContext::dispatch);
    }
  }

  private static void startInContainer(CaseServlet.Exchange it) {
    AsyncContext async = it.request.startAsync();
    async.start(
        () -> {
          try {
            FarEnd.call();
            it.print("started");
          } catch (IOException e) {
            throw new IllegalStateException(e);
          } finally {
            async.complete();
          }
        });
  }

  private static void completeNow(CaseServlet.Exchange it) throws IOException {
    AsyncContext async = it.request.startAsync();
    it.print("now");
    async.complete();
  }

  private static void throwAfterStart(CaseServlet.Exchange it) {
    // Jetty 12 waits for the timeout, which is half a minute unless it is said.
    it.request.startAsync().setTimeout(200);
    throw new IllegalStateException("started before");
  }

  private static void writeUntilItFails(CaseServlet.Exchange it) {
    start(
        it,
        async -> {
          try {
            PlainCases.writeUntilItFails(it);
          } finally {
            async.complete();
          }
        });
  }

  private static void errorStatus(CaseServlet.Exchange it) {
    start(
        it,
        async -> {
          ((HttpServletResponse) async.getResponse()).setStatus(503);
          async.complete();
        });
  }

  private static void wrapped(CaseServlet.Exchange it) {
    AsyncContext async =
        it.request.startAsync(new HttpServletRequestWrapper(it.request), it.response);
    later(async, started -> started.dispatch("/exact"));
  }

  private static void handleTimeout(CaseServlet.Exchange it) {
    AsyncContext async = it.request.startAsync();
    async.setTimeout(50);
    async.addListener(
        new AsyncListener() {
          @Override
          public void onTimeout(AsyncEvent event) throws IOException {
            it.response.setStatus(504);
            it.print("too slow");
            async.complete();
          }

          @Override
          public void onComplete(AsyncEvent event) {}

          @Override
          public void onError(AsyncEvent event) {}

          @Override
          public void onStartAsync(AsyncEvent event) {}
        });
  }
}

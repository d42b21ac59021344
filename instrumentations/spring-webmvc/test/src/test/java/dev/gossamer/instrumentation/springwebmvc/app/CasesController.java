package dev.gossamer.instrumentation.springwebmvc.app;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Every kind of answer that a controller can give. */
@Controller
class CasesController {
  private final AsyncTaskExecutor executor;

  CasesController(AsyncTaskExecutor executor) {
    this.executor = executor;
  }

  /** Answers what {@code @ExceptionHandler} methods are for. */
  private static final class Conflict extends RuntimeException {}

  private static void call(String name) throws IOException {
    TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/called/" + name);
  }

  @GetMapping("/owners/{ownerId}")
  @ResponseBody
  String owner(@PathVariable("ownerId") String ownerId) {
    return "owner " + ownerId;
  }

  @PostMapping("/owners")
  @ResponseBody
  String create() {
    return "created";
  }

  @GetMapping({"/secured/{id}", "/forbidden/{id}"})
  @ResponseBody
  String secured() {
    return "secured";
  }

  @GetMapping("/files/*.txt")
  @ResponseBody
  String pattern() {
    return "file";
  }

  @GetMapping("/handled/{id}")
  @ResponseBody
  String handled() {
    throw new Conflict();
  }

  @ExceptionHandler(Conflict.class)
  ResponseEntity<String> conflict() throws IOException {
    call("conflict");
    return ResponseEntity.status(409).body("conflict");
  }

  @GetMapping("/status/{status}")
  @ResponseBody
  String status(@PathVariable("status") int status) {
    throw new ResponseStatusException(status, "meant to be", null);
  }

  @GetMapping("/uncaught/{id}")
  @ResponseBody
  String uncaught() {
    throw new IllegalStateException("uncaught");
  }

  @GetMapping("/callable/{id}")
  @ResponseBody
  Callable<String> callable() {
    return () -> {
      call("callable");
      return "callable";
    };
  }

  @GetMapping("/callable-failure/{id}")
  @ResponseBody
  Callable<String> callableFailure() {
    return () -> {
      throw new IllegalStateException("callable");
    };
  }

  @GetMapping("/deferred/{id}")
  @ResponseBody
  DeferredResult<String> deferred() {
    DeferredResult<String> result = new DeferredResult<>();
    executor.submit(
        () -> {
          call("deferred");
          return result.setResult("deferred");
        });
    return result;
  }

  @GetMapping("/deferred-timeout/{id}")
  @ResponseBody
  DeferredResult<String> deferredTimeout() {
    return new DeferredResult<>(10L);
  }

  @GetMapping("/sse/{id}")
  SseEmitter sse() {
    SseEmitter emitter = new SseEmitter();
    executor.submit(
        () -> {
          for (int i = 0; i < 3; i++) {
            emitter.send("event " + i);
            call("sse");
          }
          emitter.complete();
          return null;
        });
    return emitter;
  }

  /** Sends until nobody reads any more. */
  @GetMapping("/sse-endless/{id}")
  SseEmitter endless() {
    SseEmitter emitter = new SseEmitter();
    executor.execute(
        () -> {
          try {
            while (!Thread.currentThread().isInterrupted()) {
              emitter.send("event");
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
          } catch (IOException | IllegalStateException disconnected) {
            // The container notices by itself and ends the request.
            Thread.currentThread().interrupt();
          }
        });
    return emitter;
  }

  @GetMapping("/streaming/{id}")
  @ResponseBody
  StreamingResponseBody streaming() {
    return out -> {
      out.write("one".getBytes(StandardCharsets.UTF_8));
      out.flush();
      call("streaming");
      out.write("two".getBytes(StandardCharsets.UTF_8));
    };
  }

  @GetMapping("/view-redirect/{id}")
  String redirect() {
    return "redirect:/owners/1";
  }

  @GetMapping("/view-forward/{id}")
  String forward() {
    return "forward:/owners/1";
  }

  @GetMapping("/forward-to-file/{id}")
  String forwardToFile() {
    return "forward:/file.txt";
  }

  @RequestMapping("/error")
  @ResponseBody
  String error() throws IOException {
    return "error page";
  }
}
